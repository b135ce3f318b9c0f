using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest;

namespace FineTune.Providers.Hosting;

/// <summary>Fills in <c>${NAME}</c> in an address or a resource name.</summary>
internal static class VariableText
{
    /// <summary>The text with its variables filled in.</summary>
    /// <exception cref="ReleaseError">FT0010: a variable has no value. No value is ever shown.</exception>
    public static string Expand(Sourced<string> text, Func<string, string?> variables)
    {
        var findings = new List<Finding>();
        return new VariableExpansion(variables).Expand(text, findings)?.Trim()
            ?? throw new ReleaseError(ManifestRules.VariableMissing, string.Join("; ", findings.Select(finding => finding.Message)), ExitCode.Failed);
    }
}
