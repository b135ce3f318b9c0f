using FineTune.Core.Conversions;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT1005: a byte-order mark or a space of no width between the tokens of a line, or a no-break space for a plain one.</summary>
internal sealed class InvisibleCharacters : ILineFix
{
    public Rule Rule => FileRules.JsonSyntax;

    public bool AppliesTo(FixScope scope) => scope.Reports(Rule);

    public byte[]? Apply(FixLine line)
    {
        if (line.Fault.Kind != JsonFaultKind.Syntax)
        {
            return null;
        }
        var text = line.Example.Line;
        var edits = new LineEdits();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '"')
            {
                i = JsonText.EndOfString(text, i);
                continue;
            }
            var rest = text[i..];
            var length = rest.StartsWith("\uFEFF"u8) || rest.StartsWith("\u200B"u8) ? 3 : rest.StartsWith("\u00A0"u8) ? 2 : 0;
            if (length > 0)
            {
                edits.Replace(i, i + length, length == 2 ? " "u8 : default);
            }
            i += Math.Max(length, 1);
        }
        return edits.IsEmpty ? null : edits.Apply(text);
    }
}
