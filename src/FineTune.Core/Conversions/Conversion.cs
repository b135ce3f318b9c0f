using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions;

/// <summary>Writes another tool's form as the hosts', where the whole line is understood.</summary>
/// <param name="format">The format of the lines that it reads.</param>
/// <param name="target">The format that it writes.</param>
internal abstract class Conversion(ExampleFormat format, ExampleFormat target = ExampleFormat.Chat)
{
    public ExampleFormat Format { get; } = format;

    public ExampleFormat Target { get; } = target;

    /// <summary>Whether it is about such a line.</summary>
    public virtual bool Reads(Example example) => example.Format == Format && example.OtherFormat == ExampleFormat.Unknown;

    /// <summary>The line anew; null with a reason where it cannot be written without a loss or a guess.</summary>
    public abstract byte[]? Write(Example example, Leftovers leftovers, ref string reason);

    /// <summary>Whether a line could be written anew.</summary>
    public bool CanWrite(Example example)
    {
        var reason = "";
        return Write(example, Leftovers.Kept, ref reason) is not null;
    }

    protected static bool IsText(Example example, int node) => node >= 0 && example.Node(node).IsText;

    protected static bool IsTextOrNothing(Example example, int node) => node < 0 || example.Node(node).Kind is JsonKind.String or JsonKind.Null;

    /// <summary>The texts of a list of parts as one JSON string; null where a part is something else.</summary>
    protected static byte[]? TextOf(Example example, int parts)
    {
        if (parts < 0 || example.Node(parts).Kind != JsonKind.Array)
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
