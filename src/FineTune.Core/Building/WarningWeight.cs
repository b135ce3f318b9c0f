using FineTune.Core.Findings;

namespace FineTune.Core.Building;

/// <summary>How heavy a build takes its warnings.</summary>
/// <param name="warningsAreErrors">Warnings count as errors.</param>
/// <param name="exceptions">Codes that stay warnings all the same, separated by <c>;</c> or <c>,</c>: what NoWarn and WarningsNotAsErrors name.</param>
internal sealed class WarningWeight(bool warningsAreErrors, string? exceptions)
{
    private readonly HashSet<string> staysWarning = new((exceptions ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>The severity that counts.</summary>
    public Severity Of(Finding finding) =>
        warningsAreErrors && finding.Severity == Severity.Warning && !staysWarning.Contains(finding.Code) ? Severity.Error : finding.Severity;
}
