using FineTune.Core.Datasets;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2024 for Converse and Gemini: the declared tools are not what hosts take.</summary>
internal sealed class BlockToolsInvalid() : ExampleRule(ToolsInvalid.Rule)
{
    public override bool AppliesTo(ExampleFormat format) => format.HasBlocks();

    public override void Check(Example example, Inspection inspection)
    {
        foreach (var fault in inspection.ToolsOf(example).Faults)
        {
            inspection.Report(this, example, fault.Node, fault.Message);
        }
    }
}
