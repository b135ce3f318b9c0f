using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Manifest;

/// <summary>Fills in <c>${NAME}</c>, on release only.</summary>
/// <param name="lookup">The value of an environment variable; null where it has none.</param>
internal sealed partial class VariableExpansion(Func<string, string?> lookup)
{
    /// <summary>The text with its variables filled in; null where one has no value.</summary>
    /// <param name="text">The text as the manifest has it.</param>
    /// <param name="findings">Takes FT0010 for each variable without a value; values are never shown.</param>
    public string? Expand(Sourced<string> text, ICollection<Finding> findings)
    {
        var complete = true;
        var expanded = Variable().Replace(text.Value, match =>
        {
            var name = match.Groups["name"].Value;
            if (lookup(name) is { Length: > 0 } value)
            {
                return value;
            }
            complete = false;
            findings.Add(Finding.Of(ManifestRules.VariableMissing, text.Where.Path, text.Where.Range, $"the environment variable {SafeText.Quote(name)} has no value"));
            return "";
        });
        return complete ? expanded : null;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Variable();
}
