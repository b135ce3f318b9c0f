using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2024: the declared tools are not what hosts take.</summary>
internal sealed class ToolsInvalid() : ExampleRule("FT2024", "tools-invalid", Severity.Error, "The declared tools are not valid")
{
    public static ToolsInvalid Rule { get; } = new();

    public override void Check(Example example, Inspection inspection)
    {
        CheckParallel(example, inspection);
        if (example.Tools >= 0 || example.Functions >= 0)
        {
            foreach (var fault in inspection.ToolsOf(example).Faults)
            {
                inspection.Report(this, example, fault.Node, fault.Message);
            }
        }
    }

    private void CheckParallel(Example example, Inspection inspection)
    {
        // Where the host does not know the key at all, FT2004 says so.
        if (inspection.Scope.Profile.ReadsNamedColumnsOnly || !inspection.Scope.Profile.TopLevelKeys.Contains("parallel_tool_calls"))
        {
            return;
        }
        var parallel = example.Find(example.Holder, "parallel_tool_calls"u8);
        if (parallel >= 0 && example.Node(parallel).Kind is not (JsonKind.True or JsonKind.False))
        {
            inspection.Report(this, example, parallel, $"parallel_tool_calls is {ValueWords.Of(example, parallel)}; it must be true or false");
        }
    }
}
