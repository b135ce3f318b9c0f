using FineTune.Core.Findings;

namespace FineTune.Core.Linting;

/// <summary>How many findings of one rule a file may show before the rest is summed up.</summary>
internal static class FindingLimit
{
    public const int PerRuleAndFile = 100;

    /// <summary>Sums up what goes beyond the limit in a list that was made without one; the order stays.</summary>
    public static IReadOnlyList<Finding> Cut(IReadOnlyList<Finding> findings)
    {
        var (kept, counts) = (new List<Finding>(), new Dictionary<(string, string), int>());
        foreach (var finding in findings)
        {
            var count = counts[(finding.Path, finding.Code)] = counts.GetValueOrDefault((finding.Path, finding.Code)) + 1;
            if (count <= PerRuleAndFile)
            {
                kept.Add(finding);
            }
        }
        foreach (var ((path, code), count) in counts.Where(entry => entry.Value > PerRuleAndFile))
        {
            var last = kept.FindLastIndex(finding => finding.Path == path && finding.Code == code);
            kept.Insert(last + 1, kept[last] with { Message = Rest(RuleBook.All.First(rule => rule.Code == code), count - PerRuleAndFile), Example = null });
        }
        return kept;
    }

    /// <summary>The message that sums up the rest.</summary>
    public static string Rest(Rule rule, int count) => $"and {count:N0} more of {rule.Code} ({rule.Name}) in this file";
}
