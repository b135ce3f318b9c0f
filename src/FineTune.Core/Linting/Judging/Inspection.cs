using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Signals;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Judging;

/// <summary>One worker's look at examples: what they are checked against, and the findings so far.</summary>
internal sealed class Inspection(DatasetScope scope)
{
    private readonly ToolBoxCache toolBoxes = new(scope.Profile.Tools.TextTools);

    private readonly ToolCallList calls = new();

    private CauseTally found = new(scope.MostFindings);

    private (int Line, int Length, string Id)? named;

    public DatasetScope Scope { get; } = scope;

    /// <summary>The roles that the host knows.</summary>
    public NameList Roles { get; } = new(scope.Profile.Roles);

    /// <summary>The keys that a line of a conversation may have.</summary>
    public NameList LineKeys { get; } = new(scope.Profile.TopLevelKeys);

    /// <summary>The keys that a message may have.</summary>
    public NameList MessageKeys { get; } = new(scope.Profile.MessageKeys);

    public Scratch Scratch { get; } = new();

    /// <summary>A tape for JSON inside of strings.</summary>
    public JsonTape Tape { get; } = new();

    /// <summary>The marks of the example at hand.</summary>
    public LineSignals Signals { get; } = new();

    /// <summary>Whether a fault of the example at hand leaves nothing that other rules could judge.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Begins with the next example.</summary>
    public void Begin()
    {
        IsAbandoned = false;
        named = null;
        calls.Clear();
    }

    /// <summary>Says that the fault just reported leaves nothing that other rules could judge.</summary>
    public void Abandon() => IsAbandoned = true;

    /// <summary>The calls of the example at hand.</summary>
    public ReadOnlySpan<ToolCall> CallsOf(Example example) => calls.Of(example);

    /// <summary>The tools that an example declares.</summary>
    public ToolBox ToolsOf(Example example) => toolBoxes.Of(example);

    /// <summary>Reports a value of an example.</summary>
    public void Report(Rule rule, Example example, int node, string message) =>
        Report(rule, example, example.Node(node).Start, example.Node(node).End, message);

    /// <summary>Reports a value of an example; the message, which takes some work, is made only where it is shown.</summary>
    public void Report(Rule rule, Example example, int node, Func<string> message) => Report(rule, example, node, IsFull(rule) ? "" : message());

    /// <summary>Reports a value of an example whose message names the value itself; <paramref name="cause"/> is what it has in common with others, which are said once where they are many.</summary>
    public void Report(Rule rule, Example example, int node, string cause, string message) =>
        Report(rule, Scope.SeverityOf(rule), example.Line, example.LineNumber, example.Node(node).Start, example.Node(node).End, message, cause);

    /// <summary>Whether no further cause of a rule is told apart: its findings are only counted.</summary>
    public bool IsFull(Rule rule) => found.IsFull(rule);

    /// <summary>Reports the bytes from <paramref name="start"/> to <paramref name="end"/> of an example's line.</summary>
    public void Report(Rule rule, Example example, int start, int end, string message) =>
        Report(rule, example.Line, example.LineNumber, start, end, message);

    /// <summary>Reports a value that weighs no more than <paramref name="most"/>, whatever the rule's own severity is; none where the rule is off.</summary>
    public void Report(Rule rule, Severity most, Example example, int node, string message) =>
        Report(rule, Least(Scope.SeverityOf(rule), most), example.Line, example.LineNumber, example.Node(node).Start, example.Node(node).End, message);

    /// <summary>Reports a whole example, with another severity than the rule's own where one is given; none where the rule is off.</summary>
    public void Report(Rule rule, Severity? instead, Example example, string message)
    {
        var own = Scope.SeverityOf(rule);
        Report(rule, own == rule.DefaultSeverity ? instead ?? own : own, example.Line, example.LineNumber, 0, example.Line.Length, message);
    }

    /// <summary>Reports bytes of a line.</summary>
    public void Report(Rule rule, ReadOnlySpan<byte> line, int lineNumber, int start, int end, string message) =>
        Report(rule, Scope.SeverityOf(rule), line, lineNumber, start, end, message);

    private static Severity Least(Severity left, Severity right) => left < right ? left : right;

    private void Report(Rule rule, Severity severity, ReadOnlySpan<byte> line, int lineNumber, int start, int end, string message, string? cause = null)
    {
        if (severity == Severity.None)
        {
            return;
        }
        if (found.Note(rule, severity, cause ?? message, lineNumber) is { } kept)
        {
            var range = LineColumns.RangeOf(line, lineNumber, start, end);
            kept.Keep(new LineFinding(rule, severity, range, SafeText.Clean(message), IdOf(line, lineNumber)) { Cause = cause });
        }
    }

    /// <summary>The ID of a line, which several of its findings have.</summary>
    private string IdOf(ReadOnlySpan<byte> line, int lineNumber)
    {
        if (named is not { } known || known.Line != lineNumber || known.Length != line.Length)
        {
            named = known = (lineNumber, line.Length, ExampleId.Of(line));
        }
        return known.Id;
    }

    /// <summary>Hands over the findings and begins anew.</summary>
    public CauseTally Take()
    {
        var taken = found;
        found = new CauseTally(Scope.MostFindings);
        return taken;
    }
}
