namespace FineTune.Core.Findings;

/// <summary>The groups that rules are listed in.</summary>
internal static class RuleGroups
{
    private static readonly string[] Titles =
        ["Manifest", "File and JSON", "Schema", "Provider limits", "Quality", "Secrets and privacy", "Across datasets", "Lock and lifecycle", "Release", "The tool itself"];

    /// <summary>The group of a code.</summary>
    public static RuleGroup Of(string code) => (RuleGroup)(code["FT".Length] - '0');

    /// <summary>How people read the group of a rule.</summary>
    public static string TitleOf(Rule rule) => Titles[(int)Of(rule.Code)];
}
