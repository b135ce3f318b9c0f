using System.Text;
using System.Text.Json;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>The lines of a manifest that silence findings, to be pasted into it.</summary>
internal static class IgnoreLines
{
    /// <summary>A <c>lint: ignore:</c> block in YAML with one entry for each example or file; empty where nothing can be silenced.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="folder">Absolute path of the manifest's folder.</param>
    public static string Of(IEnumerable<Finding> findings, string folder)
    {
        var (text, seen) = (new StringBuilder(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var finding in findings.Where(Suppressions.CanBeSilenced))
        {
            var path = JsonSerializer.Serialize(PathText.Relative(finding.Path, folder), JsonTypes.Default.String);
            var example = finding.Example is null ? "" : $", example: \"{finding.Example}\"";
            var line = $"    - {{ rule: {finding.Code}, path: {path}{example}, reason: \"…\" }}\n";
            if (seen.Add(line))
            {
                text.Append(text.Length == 0 ? "lint:\n  ignore:\n" : "").Append(line);
            }
        }
        return text.ToString();
    }
}
