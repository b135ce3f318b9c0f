namespace FineTune.Core.Findings;

/// <summary>Collects the findings of one manifest.</summary>
internal sealed class FindingList
{
    // A node that aliases share is checked once for each of them, but reported once.
    private readonly HashSet<Finding> findings = [];

    /// <summary>Number of findings so far.</summary>
    public int Count => findings.Count;

    /// <summary>Adds a finding at a place.</summary>
    public void Add(Rule rule, SourceSpan where, string message) => findings.Add(Finding.Of(rule, where.Path, where.Range, message));

    /// <summary>The findings by file, then by place.</summary>
    /// <param name="files">Absolute paths of the files in the order they count.</param>
    public IReadOnlyList<Finding> InOrder(List<string> files) =>
    [
        .. findings
            .OrderBy(finding => files.IndexOf(finding.Path))
            .ThenBy(finding => finding.Range.Start.Line)
            .ThenBy(finding => finding.Range.Start.Column)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];
}
