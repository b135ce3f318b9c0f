namespace FineTune.Core.Linting;

/// <summary>How many findings of one rule a file may show before the rest is summed up.</summary>
internal static class FindingLimit
{
    public const int PerRuleAndFile = 100;
}
