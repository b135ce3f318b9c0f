using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2027: the string of the arguments is not JSON, or no object.</summary>
internal sealed class ToolArgumentsJson() : ExampleRule("FT2027", "tool-arguments-json", Severity.Error, "A call's arguments are not a JSON object")
{
    public static ToolArgumentsJson Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        foreach (var call in inspection.CallsOf(example))
        {
            if (call.Arguments < 0 || !example.Node(call.Arguments).IsText)
            {
                continue;
            }
            var text = example.Text(call.Arguments, inspection.Scratch);
            if (!ToolArguments.IsEncodedTwice(text) && ToolArguments.FaultOf(text, inspection.Tape) is { } fault)
            {
                inspection.Report(this, example, call.Arguments, $"the arguments of {SafeText.Quote(call.Name)} {fault}");
            }
        }
    }
}
