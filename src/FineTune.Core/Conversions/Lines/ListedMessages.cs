using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Conversions.Lines;

/// <summary><c>[{"role": …}, …]</c>: the messages of an example without the object around them.</summary>
internal sealed class ListedMessages : LineForm
{
    public override Rule Rule => FileRules.LineNotObject;

    public override string Description => "a list of messages without the object around it, {\"messages\": [ … ]}";

    /// <summary>Whether an item of a list has a role, or ShareGPT's words for it.</summary>
    public static bool IsMessage(JsonTape tape, ReadOnlySpan<byte> line, int item) =>
        tape.Find(line, item, "role"u8) >= 0 || (tape.Find(line, item, "from"u8) >= 0 && tape.Find(line, item, "value"u8) >= 0);

    public override byte[]? Read(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        var list = new JsonTape();
        if (line.Length < 4 || line[0] != '[' || list.Parse(line) != JsonFault.None || list.Count < 2)
        {
            return null;
        }
        foreach (var item in list.Items(0))
        {
            if (!IsMessage(list, line, item))
            {
                return null;
            }
        }
        return [.. list.Find(line, 1, "role"u8) >= 0 ? "{\"messages\": "u8 : "{\"conversations\": "u8, .. line, .. "}"u8];
    }
}
