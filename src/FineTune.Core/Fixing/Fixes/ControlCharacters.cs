using FineTune.Core.Conversions;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT1005: a tab or another control character that stands in a string as it is.</summary>
internal sealed class ControlCharacters : ILineFix
{
    public Rule Rule => FileRules.JsonSyntax;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (line.Fault.Kind != JsonFaultKind.Syntax || line.Example.Line.IndexOfAnyInRange((byte)0, (byte)0x1F) < 0)
        {
            return null;
        }
        var text = line.Example.Line;
        var edits = new LineEdits();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '"')
            {
                i++;
                continue;
            }
            var end = JsonText.EndOfString(text, i);
            for (var at = i; at < end; at++)
            {
                if (text[at] < 0x20 && text[at - 1] != '\\')
                {
                    edits.Replace(at, at + 1, JsonText.Quote(text.Slice(at, 1)).AsSpan(1..^1));
                }
            }
            i = end;
        }
        return edits.IsEmpty ? null : edits.Apply(text);
    }
}
