using System.Text.Unicode;
using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>A line as fixes see it.</summary>
internal sealed class FixLine(FixScope scope)
{
    private readonly List<FixLeft> left = [];

    private readonly List<string> leftOut = [];

    public FixScope Scope { get; } = scope;

    public Example Example { get; } = new();

    public Scratch Scratch { get; } = new();

    /// <summary>Why the line is not JSON.</summary>
    public JsonFault Fault { get; private set; }

    public bool IsUtf8 { get; private set; }

    /// <summary>Whether the line is a JSON object: then the example is read.</summary>
    public bool IsObject { get; private set; }

    /// <summary>What fixes could not mend in this line.</summary>
    public IReadOnlyList<FixLeft> Left => left;

    /// <summary>Keys that a fix left out of the line, because a host fails on them.</summary>
    public IReadOnlyList<string> LeftOut => leftOut;

    public void Read(byte[] buffer, int start, int length, int lineNumber)
    {
        left.Clear();
        leftOut.Clear();
        Example.Start(buffer, start, length, lineNumber, 0);
        IsUtf8 = Utf8.IsValid(Example.Line);
        Fault = IsUtf8 ? Example.Tape.Parse(Example.Line) : new JsonFault(JsonFaultKind.Syntax, 0);
        IsObject = Fault == JsonFault.None && Example.Node(0).Kind == JsonKind.Object;
        if (IsObject)
        {
            ExampleReader.Read(Example, Scope.Uses.Any(use => use.Method == TuningMethod.Reinforcement));
        }
    }

    /// <summary>Says why a fault stays.</summary>
    public void Leave(ILineFix fix, string reason) => Leave(fix.Rule, reason);

    /// <summary>Says why a fault stays.</summary>
    public void Leave(Rule rule, string reason) => left.Add(new FixLeft(Example.LineNumber, rule.Code, SafeText.Clean(reason)));

    /// <summary>Says which keys are left out of the line anew.</summary>
    public void LeaveOut(IEnumerable<string> keys) => leftOut.AddRange(keys);
}
