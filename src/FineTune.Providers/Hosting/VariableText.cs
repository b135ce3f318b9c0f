using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.Hosting;

/// <summary>Fills in <c>${NAME}</c> in an address or a resource name.</summary>
internal static partial class VariableText
{
    private static readonly Rule s_missing = new("FT0010", "environment-variable-missing", Severity.Error, "a variable of the environment has no value");

    /// <summary>The text with its variables filled in.</summary>
    /// <exception cref="ReleaseError">FT0010: a variable has no value. No value is ever shown.</exception>
    public static string Expand(Sourced<string> text, Func<string, string?> variables) => Pattern().Replace(text.Value, match =>
    {
        var name = match.Groups["name"].Value;
        return variables(name) is { Length: > 0 } value
            ? value.Trim()
            : throw new ReleaseError(s_missing, $"the environment variable {name} has no value", ExitCodes.JobFailed);
    });

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Pattern();
}
