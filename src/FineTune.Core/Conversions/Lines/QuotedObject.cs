using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Conversions.Lines;

/// <summary><c>"{\"messages\": …}"</c>: an object that was encoded twice.</summary>
internal sealed class QuotedObject : LineForm
{
    public override Rule Rule => FileRules.LineNotObject;

    public override string Description => "a JSON string that holds an object as text: it was encoded twice";

    public override byte[]? Read(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        if (line.Length < 4 || line[0] != '"')
        {
            return null;
        }
        var read = new Example();
        read.Start(line.ToArray(), 0, line.Length, 1, 0);
        return read.Tape.Parse(line) == JsonFault.None ? Unquote(read, 0) : null;
    }

    /// <summary>The object that a string holds, on one line; null where it holds none.</summary>
    public static byte[]? Unquote(Example example, int node)
    {
        if (!example.Node(node).IsText || (example.Node(node).Traits & StringTraits.LoneSurrogate) != 0)
        {
            return null;
        }
        var text = example.Text(node, new Scratch()).Trim(" \t\r\n"u8);
        return text.Length > 1 && text[0] == '{' && JsonText.IsObject(text) ? JsonText.OnOneLine(text) : null;
    }
}
