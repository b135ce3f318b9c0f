using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2031: the older form of tools.</summary>
internal sealed class FunctionsDeprecated() : ExampleRule("FT2031", "functions-deprecated", Severity.Warning, "Functions and function_call are deprecated")
{
    public static FunctionsDeprecated Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Functions >= 0)
        {
            inspection.Report(this, example, example.Functions - 1, "\"functions\" is deprecated; \"tools\" takes its place (finetune fix writes it so)");
            return;
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (message.FunctionCall >= 0)
            {
                inspection.Report(this, example, message.FunctionCall - 1, "\"function_call\" is deprecated; \"tool_calls\" takes its place (finetune fix writes it so)");
                return;
            }
        }
    }
}
