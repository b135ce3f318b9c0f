using FineTune.Core.Datasets;

namespace FineTune.Core.Fixing.Conversions;

/// <summary>FT2001: writes another tool's format as <c>messages</c>, where the whole line is understood.</summary>
internal abstract class Conversion(ExampleFormat format) : ILineFix
{
    public string Code => "FT2001";

    public bool AppliesTo(FixScope scope) => scope.Reports(Code) && scope.WantsChatInsteadOf(format);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject || line.Example.Format != format || line.Example.OtherFormat != ExampleFormat.Unknown)
        {
            return null;
        }
        var (chat, reason) = (new ChatText(), "");
        if (Write(line.Example, chat, ref reason) is { } converted && !chat.IsEmpty)
        {
            return converted;
        }
        line.Leave(this, $"the line is not converted: {reason}");
        return null;
    }

    /// <summary>Writes the messages; null with a reason where the line cannot be written without a loss or a guess.</summary>
    protected abstract byte[]? Write(Example example, ChatText chat, ref string reason);

    /// <summary>The texts of a list of parts as one JSON string; null where a part is something else.</summary>
    protected static byte[]? TextOf(Example example, int parts)
    {
        if (parts < 0 || example.Node(parts).Kind != Datasets.Json.JsonKind.Array)
        {
            return null;
        }
        var (text, count) = (new MemoryStream(), 0);
        text.WriteByte((byte)'"');
        foreach (var part in example.Tape.Items(parts))
        {
            var node = example.Find(part, "text"u8);
            if (node < 0 || !example.Node(node).IsText || example.Node(part).Next != part + 3)
            {
                return null;
            }
            text.Write(example.RawText(node));
            count++;
        }
        text.WriteByte((byte)'"');
        return count == 0 ? null : text.ToArray();
    }
}
