using System.Globalization;
using FineTune.Core.Findings;

namespace FineTune.Tool.Screens;

/// <summary>How lists of rules name what a rule has.</summary>
internal static class RuleText
{
    private static readonly (char Digit, string Title)[] Groups =
    [
        ('0', "Manifest"), ('1', "File and JSON"), ('2', "Schema"), ('3', "Provider limits"), ('4', "Quality"),
        ('5', "Secrets and privacy"), ('6', "Across datasets"), ('7', "Lock and lifecycle"), ('8', "Release"), ('9', "The tool itself"),
    ];

    /// <summary>A day as it is shown.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The title of a rule's group.</summary>
    public static string GroupOf(Rule rule) => Array.Find(Groups, group => group.Digit == rule.Code[2]).Title;

    /// <summary>A severity as it is shown.</summary>
    public static string Word(Severity severity) => severity is Severity.None ? "off" : severity.Name();
}
