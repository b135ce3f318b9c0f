using System.Globalization;
using FineTune.Core.Findings;

namespace FineTune.Tool.Screens;

/// <summary>How lists of rules name what a rule has.</summary>
internal static class RuleText
{
    /// <summary>A day as it is shown.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A severity as it is shown.</summary>
    public static string Word(Severity severity) => severity is Severity.None ? "off" : severity.Name();
}
