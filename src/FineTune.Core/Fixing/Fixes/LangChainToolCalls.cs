using FineTune.Core.Conversions;
using FineTune.Core.Conversions.Exports;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Tools;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2025: a tool call has LangChain's keys, <c>name</c> and <c>args</c>.</summary>
internal sealed class LangChainToolCalls : ILineFix
{
    public Rule Rule => ToolCallsInvalid.Rule;

    public bool AppliesTo(FixScope scope) => scope.Convert && scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject)
        {
            return null;
        }
        var (example, edits) = (line.Example, new LineEdits());
        foreach (ref readonly var message in example.Messages)
        {
            if (message.ToolCalls < 0 || example.Node(message.ToolCalls).Kind != JsonKind.Array)
            {
                continue;
            }
            foreach (var call in example.Tape.Items(message.ToolCalls))
            {
                if (LangChainCalls.Is(example, call) && LangChainCalls.WriteCall(example, call) is { } written)
                {
                    edits.Replace(example.Node(call).Start, example.Node(call).End, written);
                }
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }
}
