using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Formats;

/// <summary>A list of tools that is kept as text, as trainers keep it in a column.</summary>
internal static class ToolsText
{
    /// <summary>The tools as the hosts want them; empty where there are none, null where the text is no such list.</summary>
    public static byte[]? Declarations(Example example, int node)
    {
        var text = example.Text(node, new Scratch()).Trim(" \t\r\n"u8).ToArray();
        var tape = new JsonTape();
        if (text.Length == 0)
        {
            return [];
        }
        if (tape.Parse(text) != JsonFault.None || tape[0].Kind != JsonKind.Array)
        {
            return null;
        }
        var list = new MemoryStream();
        foreach (var item in tape.Items(0))
        {
            var isWrapped = tape.Find(text, item, "function"u8) >= 0;
            if (tape[item].Kind != JsonKind.Object || (!isWrapped && tape.Find(text, item, "name"u8) < 0))
            {
                return null;
            }
            list.Write(list.Length == 0 ? "["u8 : ", "u8);
            list.Write(isWrapped ? default : "{\"type\": \"function\", \"function\": "u8);
            list.Write(JsonText.OnOneLine(text.AsSpan(tape[item].Start..tape[item].End)));
            list.Write(isWrapped ? default : "}"u8);
        }
        list.Write(list.Length == 0 ? default : "]"u8);
        return list.ToArray();
    }
}
