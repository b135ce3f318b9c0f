using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Conversions.Lines;

/// <summary><c>[{"messages": …}]</c>: a list around the object of a line, or around several.</summary>
internal sealed class ListedObjects : LineForm
{
    public override Rule Rule => FileRules.LineNotObject;

    public override string Description => "a list around its object";

    public override byte[]? Read(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        var list = new JsonTape();
        if (line.Length < 4 || line[0] != '[' || list.Parse(line) != JsonFault.None || list.Count < 2)
        {
            return null;
        }
        var lines = new MemoryStream();
        foreach (var item in list.Items(0))
        {
            if (list[item].Kind != JsonKind.Object || ListedMessages.IsMessage(list, line, item))
            {
                return null;
            }
            lines.Write(lines.Length == 0 ? default : "\n"u8);
            lines.Write(line[list[item].Start..list[item].End]);
        }
        return lines.ToArray();
    }
}
