using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>How many findings of one rule a file may show before the rest is summed up.</summary>
internal static class FindingLimit
{
    public const int PerRuleAndFile = 100;

    /// <summary>The message that sums up the rest.</summary>
    public static string Rest(Rule rule, int count) => $"and {count:N0} more of {rule.Code} ({rule.Name}) in this file";
}
