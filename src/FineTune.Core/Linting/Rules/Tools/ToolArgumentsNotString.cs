using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2026: arguments are no JSON string, or a string that was encoded twice.</summary>
internal sealed class ToolArgumentsNotString() : ExampleRule("FT2026", "tool-arguments-not-string", Severity.Error, "A call's arguments are not a string of JSON")
{
    public static ToolArgumentsNotString Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        foreach (var call in inspection.CallsOf(example))
        {
            if (call.Arguments < 0)
            {
                continue;
            }
            if (!example.Node(call.Arguments).IsText)
            {
                if (!(inspection.Scope.Profile.Tools.ObjectArguments && example.Node(call.Arguments).Kind == JsonKind.Object))
                {
                    inspection.Report(
                        this,
                        example,
                        call.Arguments,
                        $"arguments is {ValueWords.Of(example, call.Arguments)}; it must be a string that holds JSON, such as \"{{\\\"city\\\": \\\"Oslo\\\"}}\" (finetune fix writes it so)");
                }
            }
            else if (ToolArguments.IsEncodedTwice(example.Text(call.Arguments, inspection.Scratch)))
            {
                inspection.Report(this, example, call.Arguments, "arguments holds a JSON string that holds the object: it was encoded twice (finetune fix mends it)");
            }
        }
    }
}
