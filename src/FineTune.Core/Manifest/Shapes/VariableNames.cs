using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>Checks values that must be the name of an environment variable. The value itself is never shown: it may be a secret.</summary>
internal static partial class VariableNames
{
    private const int LongestName = 128;
    private const int ShortestSecret = 20;

    public static Regex Pattern => Name();

    public static void Check(YamlScalar scalar, string name, FindingList findings)
    {
        var value = scalar.Value;
        if (LooksSecret(value))
        {
            findings.Add(ManifestRules.Secret, scalar.Where, $"{SafeText.Quote(name)} looks like a key itself; write the name of the environment variable that holds it, such as OPENAI_API_KEY, and replace the key that was shown");
        }
        else if (value.StartsWith("${", StringComparison.Ordinal))
        {
            findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(name)} takes the name of the variable alone, without \"${{\" and \"}}\"");
        }
        else if (value.Length > LongestName || !Name().IsMatch(value))
        {
            findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(name)} is not the name of an environment variable: letters, digits and _ only, such as OPENAI_API_KEY");
        }
    }

    // Names of variables are words; keys are long and mix digits with lower-case letters.
    private static bool LooksSecret(string value) =>
        SecretMask.Apply(value) != value
        || value.StartsWith("sk-", StringComparison.Ordinal)
        || (value.Length >= ShortestSecret && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetterLower) && !value.Contains(' ') && !value.StartsWith("${", StringComparison.Ordinal));

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
