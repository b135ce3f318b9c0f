using System.Text.Json;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>Reads lists that a host answers page by page.</summary>
/// <param name="wire">The one place that talks HTTP.</param>
/// <param name="title">The host's name.</param>
internal sealed class Listing(Wire wire, string title)
{
    private const int LargestPage = 100;
    private const int MostPages = 500;

    /// <summary>All pages or an error: a job that is overlooked here would be paid for again.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAllAsync(string what, string path, string filter, CancellationToken cancellation)
    {
        var all = new List<JsonElement>();
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        string? after = null;
        while (true)
        {
            var answer = await ReadPageAsync(what, path, filter, after, cancellation).ConfigureAwait(false);
            var data = ItemsOf(answer, what);
            all.AddRange(data.EnumerateArray());
            after = data.GetArrayLength() > 0 ? data[data.GetArrayLength() - 1].Text("id") : null;
            if (!answer.IsTrue("has_more") || data.GetArrayLength() == 0)
            {
                return all;
            }
            if (after is null || !cursors.Add(after) || cursors.Count > MostPages)
            {
                throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, $"{title} answered a list without end when asked to {what}");
            }
        }
    }

    /// <summary>One page as it was answered.</summary>
    public Task<JsonElement> ReadPageAsync(string what, string path, string filter, string? after, CancellationToken cancellation)
    {
        var paged = $"{path}?limit={LargestPage}{(filter.Length > 0 ? "&" + filter : "")}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}";
        return wire.SendAsync(new HttpCall(what, "GET", paged, ReleaseRules.AnswerNotUnderstood) { Repeatable = true }, cancellation);
    }

    /// <summary>What a page holds.</summary>
    /// <exception cref="ReleaseError">FT8014: it is no list.</exception>
    public JsonElement ItemsOf(JsonElement answer, string what) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? data
            : throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, $"{title} answered no list when asked to {what}") { Passing = true };
}
