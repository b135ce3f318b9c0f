using System.Security.Cryptography;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting;

/// <summary>One worker's look at examples: what they are checked against, and the findings so far.</summary>
internal sealed class Inspection(DatasetScope scope)
{
    private readonly Dictionary<Rule, int> counts = [];

    public DatasetScope Scope { get; } = scope;

    public Scratch Scratch { get; } = new();

    public List<LineFinding> Findings { get; private set; } = [];

    /// <summary>Findings beyond the limit, by rule.</summary>
    public Dictionary<Rule, int> Dropped { get; private set; } = [];

    /// <summary>Whether an error was reported in the example at hand.</summary>
    public bool HasError { get; set; }

    /// <summary>Reports a value of an example.</summary>
    public void Report(Rule rule, Example example, int node, string message) =>
        Report(rule, example, example.Node(node).Start, example.Node(node).End, message);

    /// <summary>Reports the bytes from <paramref name="start"/> to <paramref name="end"/> of an example's line.</summary>
    public void Report(Rule rule, Example example, int start, int end, string message) =>
        Report(rule, example.Line, example.LineNumber, start, end, message);

    /// <summary>Reports bytes of a line.</summary>
    public void Report(Rule rule, ReadOnlySpan<byte> line, int lineNumber, int start, int end, string message)
    {
        var severity = Scope.SeverityOf(rule);
        if (severity == Severity.None)
        {
            return;
        }
        HasError |= severity == Severity.Error;
        var count = counts[rule] = counts.GetValueOrDefault(rule) + 1;
        if (count > FindingLimit.PerRuleAndFile)
        {
            Dropped[rule] = Dropped.GetValueOrDefault(rule) + 1;
            return;
        }
        var range = LineColumns.RangeOf(line, lineNumber, start, end);
        Findings.Add(new LineFinding(rule, severity, range, SafeText.Clean(message), ExampleId.Of(line)));
    }

    /// <summary>Hands over the findings and begins anew.</summary>
    public (List<LineFinding> Findings, Dictionary<Rule, int> Dropped) Take()
    {
        var taken = (Findings, Dropped);
        (Findings, Dropped) = ([], []);
        counts.Clear();
        return taken;
    }
}
