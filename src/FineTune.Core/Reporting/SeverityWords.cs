using FineTune.Core.Findings;

namespace FineTune.Core.Reporting;

/// <summary>How severities are called in reports.</summary>
internal static class SeverityWords
{
    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
