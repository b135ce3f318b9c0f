using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Tools;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2026: a call's arguments are an object, or a string that was encoded twice.</summary>
internal sealed class ArgumentsToString : ILineFix
{
    public Rule Rule => ToolArgumentsNotString.Rule;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject)
        {
            return null;
        }
        var (example, edits) = (line.Example, new LineEdits());
        foreach (var call in new ToolCalls(example))
        {
            if (call.Arguments < 0)
            {
                continue;
            }
            ref readonly var node = ref example.Node(call.Arguments);
            if (node.IsText)
            {
                if ((node.Traits & StringTraits.LoneSurrogate) == 0 && ToolArguments.IsEncodedTwice(example.Text(call.Arguments, line.Scratch)))
                {
                    edits.Replace(node.Start, node.End, example.Text(call.Arguments, line.Scratch).Trim(" \t\r\n"u8));
                }
            }
            else if (line.Scope.NeedsStringArguments && node.Kind == JsonKind.Object)
            {
                edits.Replace(node.Start, node.End, JsonText.Quote(example.Raw(call.Arguments)));
            }
            else if (line.Scope.NeedsStringArguments)
            {
                line.Leave(this, $"arguments is {ValueWords.Of(example, call.Arguments)}; only you can say what object was meant");
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }
}
