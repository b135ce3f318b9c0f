using System.Security.Cryptography;
using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Formats;

/// <summary>Names findings so that the same one is known again after lines have moved: by rule and example, or by rule, path and message where there is no example.</summary>
internal sealed class Fingerprints(ReportContent content)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>32 hex digits; a finding that equals an earlier one gets others.</summary>
    public string Next(Finding finding)
    {
        var subject = finding.Example is { } example
            ? $"{finding.Code}\n{example}"
            : $"{finding.Code}\n{content.Relative(finding.Path)}\n{finding.Repeats?.Cause ?? finding.Message}";
        var count = seen[subject] = seen.GetValueOrDefault(subject) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}\n{count}"));
        return Convert.ToHexString(hash, 0, 16).ToLowerInvariant();
    }
}
