using FineTune.Core.Conversions;
using FineTune.Core.Conversions.Lines;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Tools;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2027: the text of a call's arguments is JSON but for a comma after the last value, or is what Python prints of a dict.</summary>
internal sealed class ArgumentsToJson : ILineFix
{
    public Rule Rule => ToolArgumentsJson.Rule;

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
            if (call.Arguments < 0 || !example.Node(call.Arguments).IsText || (example.Node(call.Arguments).Traits & StringTraits.LoneSurrogate) != 0)
            {
                continue;
            }
            var text = example.Text(call.Arguments, line.Scratch);
            if (new JsonTape().Parse(text) != JsonFault.None && (SpareCommas.Remove(text) ?? PythonLiteral.ToJson(text)) is { } mended && JsonText.IsObject(mended))
            {
                edits.Replace(example.Node(call.Arguments).Start, example.Node(call.Arguments).End, JsonText.Quote(mended));
            }
        }
        return edits.IsEmpty ? null : edits.Apply(example.Line);
    }
}
