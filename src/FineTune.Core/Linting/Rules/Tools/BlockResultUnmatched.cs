using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2030 for Converse and Gemini: a result in a block of content answers no call before it, or one that was answered.</summary>
internal sealed class BlockResultUnmatched() : ExampleRule(ToolResultUnmatched.Rule)
{
    public override bool AppliesTo(ExampleFormat format) => format.HasBlocks();

    public override void Check(Example example, Inspection inspection)
    {
        if (!example.RolesAreKnown)
        {
            return;
        }
        var (called, answered) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var call in BlockCalls.Of(example))
        {
            // Converse pairs them by ID, Gemini by the function's name.
            var isConverse = example.Format == ExampleFormat.Converse;
            var node = isConverse ? example.Find(call.Node, "toolUseId"u8) : example.Find(call.Node, "name"u8);
            if (node < 0 || !example.Node(node).IsText)
            {
                return; // FT2025 says so; what it belongs to is not known.
            }
            var id = example.Show(node);
            if (!call.IsResult)
            {
                called.Add(id);
            }
            else if (!called.Contains(id))
            {
                var calls = called.Count == 0 ? "" : $"; {InWords.Or([.. called.Take(5).Select(SafeText.Quote)])} {(called.Count == 1 ? "is" : "are")} called";
                inspection.Report(this, example, node, $"{SafeText.Quote(id)} answers no call before it{calls}");
            }
            else if (!answered.Add(id) && isConverse)
            {
                inspection.Report(this, example, node, $"the call {SafeText.Quote(id)} was answered before; each call has one result");
            }
        }
    }
}
