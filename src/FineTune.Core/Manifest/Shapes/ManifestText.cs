using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>What holds for every text of a manifest: no secrets, and variables only where they are filled in.</summary>
internal static partial class ManifestText
{
    /// <summary>Reports a secret or a misplaced variable.</summary>
    /// <returns>Whether the text is fine.</returns>
    public static bool Check(YamlScalar scalar, bool variablesAllowed, FindingList findings)
    {
        if (SecretMask.Apply(scalar.Value) != scalar.Value)
        {
            findings.Add(ManifestRules.Secret, scalar.Where, "this looks like a key or password; take it out of the manifest, and replace the key that was shown");
            return false;
        }
        if (variablesAllowed || Variable().Match(scalar.Value) is not { Success: true } variable)
        {
            return true;
        }
        findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(variable.Value)} is not filled in here; variables are allowed in \"endpoint\" and in \"resource_id\" and \"name\" of a deployment only");
        return false;
    }

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}")]
    private static partial Regex Variable();
}
