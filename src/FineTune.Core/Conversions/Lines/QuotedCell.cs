using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Conversions.Lines;

/// <summary><c>"{""messages"": …}"</c>: an object in the quotes of a table's cell.</summary>
internal sealed class QuotedCell : LineForm
{
    public override Rule Rule => FileRules.JsonSyntax;

    public override string Description => "an object in the quotes of a table's cell, its own quotes doubled, as a CSV writer does it";

    public override byte[]? Read(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        if (!line.StartsWith("\"{\"\""u8) || line[^1] != '"')
        {
            return null;
        }
        var cell = new MemoryStream(line.Length);
        var inside = line[1..^1];
        for (var i = 0; i < inside.Length; i++)
        {
            cell.WriteByte(inside[i]);
            if (inside[i] == '"' && (++i == inside.Length || inside[i] != '"'))
            {
                return null;
            }
        }
        var text = cell.ToArray();
        return JsonText.IsObject(text) ? text : null;
    }
}
