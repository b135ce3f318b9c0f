using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2024: the declared tools are not what hosts take.</summary>
internal sealed class ToolsInvalid() : ExampleRule("FT2024", "tools-invalid", Severity.Error, "The declared tools are not valid")
{
    public override void Check(Example example, Inspection inspection)
    {
        if (example.Tools >= 0 || example.Functions >= 0)
        {
            foreach (var fault in inspection.ToolsOf(example).Faults)
            {
                inspection.Report(this, example, fault.Node, fault.Message);
            }
        }
    }
}
