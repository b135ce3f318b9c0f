using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2036: the completion of a pair stands under another name.</summary>
internal sealed class ResponseToCompletion : ILineFix
{
    public Rule Rule => PromptCompletionShape.Rule;

    public bool AppliesTo(FixScope scope) => scope.Convert && scope.Reports(Rule) && scope.Uses.All(use => use.Method != Catalog.TuningMethod.Reinforcement);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject || line.Example.Format != ExampleFormat.PromptCompletion || CompletionNames.FindIn(line.Example) is not (>= 0 and var name))
        {
            return null;
        }
        var edits = new LineEdits();
        edits.Replace(line.Example.Node(name).Start, line.Example.Node(name).End, "\"completion\""u8);
        return edits.Apply(line.Example.Line);
    }
}
