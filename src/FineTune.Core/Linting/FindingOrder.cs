using FineTune.Core.Findings;

namespace FineTune.Core.Linting;

/// <summary>The order in which findings are shown.</summary>
internal static class FindingOrder
{
    /// <summary>By file as first met, then by place and code; what several models found alike is there once.</summary>
    public static IReadOnlyList<Finding> Sort(IReadOnlyList<Finding> findings)
    {
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            files.TryAdd(finding.Path, files.Count);
        }
        return
        [
            .. findings
                .Distinct()
                .OrderBy(finding => files[finding.Path])
                .ThenBy(finding => finding.Range.Start.Line)
                .ThenBy(finding => finding.Range.Start.Column)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal),
        ];
    }
}
