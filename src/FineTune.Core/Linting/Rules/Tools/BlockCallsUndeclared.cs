using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Tools;

/// <summary>FT2029 for Converse and Gemini: a tool is called that is not among those that the example declares.</summary>
internal sealed class BlockCallsUndeclared() : ExampleRule(ToolNotDeclared.Rule)
{
    public override bool AppliesTo(ExampleFormat format) => format.HasBlocks();

    public override void Check(Example example, Inspection inspection)
    {
        var tools = inspection.ToolsOf(example);
        // Their own validators and samples have rows that call tools and declare none.
        if (tools.Names.Count == 0 || tools.IsBroken)
        {
            return;
        }
        foreach (var call in BlockCalls.Of(example))
        {
            if (!call.IsResult && example.Find(call.Node, "name"u8) is >= 0 and var name && example.Node(name).IsText && tools.Find(example.Show(name)) is null)
            {
                inspection.Report(
                    this,
                    example,
                    name,
                    $"{SafeText.Quote(example.Show(name))} is called, but not declared; the example's tools are {InWords.Or([.. tools.Names.Take(5).Select(SafeText.Quote)])}{DidYouMean.Of(example.Show(name), tools.Names)}");
            }
        }
    }
}
