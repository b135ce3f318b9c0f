using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2028 for Converse: the input of a call does not match the schema that the tool declares.</summary>
internal sealed class BlockInputSchema() : ExampleRule(ToolArgumentsSchema.Rule)
{
    public override bool AppliesTo(ExampleFormat format) => format == ExampleFormat.Converse;

    public override void Check(Example example, Inspection inspection)
    {
        foreach (var call in BlockCalls.Of(example))
        {
            var (name, input) = (example.Find(call.Node, "name"u8), example.Find(call.Node, "input"u8));
            if (name < 0 || input < 0 || call.IsResult || inspection.ToolsOf(example).Find(example.Show(name)) is not { Parameters: { } schema })
            {
                continue;
            }
            using var arguments = ToolArguments.Parse(example, input, inspection.Scratch);
            if (arguments is not null && schema.Validate(arguments.RootElement) is { } fault)
            {
                inspection.Report(this, example, input, $"the input of {SafeText.Quote(example.Show(name))} does not match its schema: {fault}");
            }
        }
    }
}
