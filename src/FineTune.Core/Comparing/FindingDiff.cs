using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting;

namespace FineTune.Core.Comparing;

/// <summary>
/// Tells new findings from old ones: an old one is of the same rule and example, wherever the line stands now; outside examples of the same
/// rule and file, or of the same rule and words in a file that was renamed.
/// </summary>
internal sealed class FindingDiff
{
    private readonly Dictionary<string, Queue<int>> known = new(StringComparer.Ordinal);

    private readonly HashSet<int> left = [];

    /// <param name="before">The old findings.</param>
    /// <param name="folder">Absolute path of the folder that their paths start from.</param>
    public FindingDiff(IEnumerable<Finding> before, string folder)
    {
        foreach (var finding in before.Where(Counts))
        {
            var number = left.Count;
            left.Add(number);
            foreach (var key in Keys(finding, folder))
            {
                (known.TryGetValue(key, out var queue) ? queue : known[key] = new Queue<int>()).Enqueue(number);
            }
        }
    }

    /// <summary>How many of the old findings have not been met again.</summary>
    public int Left => left.Count;

    /// <summary>Those of the later findings that were not there.</summary>
    /// <param name="after">The later findings.</param>
    /// <param name="folder">Absolute path of the folder that their paths start from.</param>
    public IReadOnlyList<Finding> NewOf(IEnumerable<Finding> after, string folder) =>
        [.. after.Where(Counts).Where(finding => !Keys(finding, folder).Any(IsKnown))];

    // What the lock says of data that changes is no news, it is behind until the next release; and what was not fetched is said of the dataset.
    private static bool Counts(Finding finding) => finding.Code != FileRules.DataNotFetched.Code && !RuleBook.RuleOf(finding).OfTheLock;

    private static IEnumerable<string> Keys(Finding finding, string folder) => finding.Example is { } example && !RuleBook.RuleOf(finding).OncePerFile
        ? [$"{finding.Code} example {example}"]
        : [$"{finding.Code} file {Path.GetRelativePath(folder, finding.Path)}", $"{finding.Code} says {string.Concat(finding.Message.Where(c => !char.IsAsciiDigit(c)))}"];

    private bool IsKnown(string key)
    {
        while (known.GetValueOrDefault(key) is { Count: > 0 } queue)
        {
            if (left.Remove(queue.Dequeue()))
            {
                return true;
            }
        }
        return false;
    }
}
