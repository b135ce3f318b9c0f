using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Providers.Hosting;

/// <summary>IDs that a host gives go into locks, code and paths of requests: only plain ones are taken.</summary>
internal static class HostId
{
    /// <summary>The ID, if it is one.</summary>
    /// <exception cref="ReleaseError">FT8014: too long, empty, or a character outside letters, digits and <c>: . _ / -</c>.</exception>
    public static string Check(string id, string what) =>
        IsPlain(id)
            ? id
            : throw new ReleaseError(
                ReleaseRules.AnswerNotUnderstood,
                $"the provider's {what} {SafeText.Quote(id)} is not taken: an ID has 1 to {PlainId.Longest} letters, digits or : . _ / -")
            {
                OutcomeUnknown = true,
            };

    /// <summary>Whether an ID is plain, and no path that climbs.</summary>
    public static bool IsPlain(string id) => PlainId.Is(id);
}
