using System.Text.Json;
using FineTune.Core.Files;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Exec;

/// <summary>The <c>events.jsonl</c> that a trainer command may write: one object a line with <c>step</c>, <c>total_steps</c>, <c>train_loss</c>, <c>message</c>.</summary>
internal static class ExecEvents
{
    private const int MostLines = 100_000;
    private const int LongestLine = 16 * 1024;

    /// <summary>Events of lines that are not in <paramref name="seen"/>; a line's number is its ID.</summary>
    public static async Task<IReadOnlyList<JobEvent>> ReadAsync(string file, IReadOnlySet<string> seen, CancellationToken cancellation)
    {
        var events = new List<JobEvent>();
        try
        {
            using var reader = new StreamReader(RegularFile.Open(file));
            for (var number = 1; number <= MostLines && await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line; number++)
            {
                if (!seen.Contains($"{number}") && line.Length <= LongestLine && Read(line, $"{number}") is { } one)
                {
                    events.Add(one);
                }
            }
        }
        catch (IOException)
        {
            // Progress is for people; the result tells how it ended.
        }
        return events;
    }

    private static JobEvent? Read(string line, string id)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new JobEvent(
                id, json.Time("created_at"), json.SafeLine("message") ?? "", Step(json, "step"), Step(json, "total_steps"), json.Number("train_loss"));
        }
        catch (JsonException)
        {
            return null; // half written, or not for us
        }
    }

    private static int? Step(JsonElement json, string name) => json.Whole(name) is >= 0 and <= int.MaxValue and var step ? (int)step : null;
}
