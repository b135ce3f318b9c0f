using FineTune.Core.Findings;

namespace FineTune.Core.Linting;

/// <summary>Findings of one file, with no more of a rule than a person would read.</summary>
internal sealed class FileFindings(DatasetScope scope)
{
    private readonly List<LineFinding> all = [];

    private readonly Dictionary<Rule, int> counts = [];

    /// <summary>Adds a finding about the file as a whole.</summary>
    public void Add(Rule rule, string message) => Add(rule, 1, message);

    /// <summary>Adds a finding about a line of which no more is known.</summary>
    public void Add(Rule rule, int line, string message)
    {
        var severity = scope.SeverityOf(rule);
        if (severity != Severity.None)
        {
            var place = new TextPosition(line, 1);
            Add(new LineFinding(rule, severity, new TextRange(place, place), SafeText.Clean(message), null));
        }
    }

    /// <summary>Adds the findings of the next block.</summary>
    public void Add(BlockReport report)
    {
        foreach (var finding in report.Findings)
        {
            Add(finding);
        }
        foreach (var (rule, dropped) in report.Dropped)
        {
            counts[rule] = counts.GetValueOrDefault(rule) + dropped;
        }
    }

    /// <summary>Takes back what a rule found, because another says more.</summary>
    public void Forget(Rule rule)
    {
        all.RemoveAll(finding => finding.Rule == rule);
        counts.Remove(rule);
    }

    /// <summary>The findings, and at the start of the file how many more there were.</summary>
    public IReadOnlyList<LineFinding> Finish()
    {
        foreach (var (rule, count) in counts.Where(entry => entry.Value > scope.MostFindings).OrderBy(entry => entry.Key.Code, StringComparer.Ordinal))
        {
            var last = all.FindLast(finding => finding.Rule == rule)!;
            all.Add(last with { Message = FindingLimit.Rest(rule, count - scope.MostFindings), Example = null });
        }
        return all;
    }

    private void Add(LineFinding finding)
    {
        var count = counts[finding.Rule] = counts.GetValueOrDefault(finding.Rule) + 1;
        if (count <= scope.MostFindings)
        {
            all.Add(finding);
        }
    }
}
