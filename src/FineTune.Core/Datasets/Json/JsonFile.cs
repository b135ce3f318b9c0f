using System.Text.Unicode;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Core.Datasets.Json;

/// <summary>A file that is one JSON value, held whole: every value knows where it stands.</summary>
internal sealed class JsonFile
{
    private readonly ReadOnlyMemory<byte> text;

    private JsonFile(ReadOnlyMemory<byte> text) => this.text = text;

    /// <summary>Its bytes without a byte order mark.</summary>
    public ReadOnlySpan<byte> Text => text.Span;

    public JsonTape Tape { get; } = new();

    public PlacedValue Root => new(this, 0);

    /// <summary>All values and names, as they are written.</summary>
    public IEnumerable<PlacedValue> Values => Enumerable.Range(0, Tape.Count).Select(index => new PlacedValue(this, index));

    /// <summary>The first string with half of a surrogate pair in its escapes; null for none.</summary>
    public PlacedValue? LoneSurrogate =>
        Values.Where(value => value.Traits.HasFlag(StringTraits.LoneSurrogate)).Select(value => (PlacedValue?)value).FirstOrDefault();

    /// <summary>The file; null where it is not JSON in UTF-8.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="stop">Where the reading stopped, where it is null.</param>
    public static JsonFile? Read(ReadOnlyMemory<byte> bytes, out TextPosition stop)
    {
        var file = new JsonFile(bytes[Utf8Mark.LengthOf(bytes.Span)..]);
        var offset = FirstThatIsNotUtf8(file.Text);
        if (offset == file.Text.Length && file.Tape.Parse(file.Text) is var fault)
        {
            if (fault == JsonFault.None)
            {
                stop = default;
                return file;
            }
            offset = fault.Offset;
        }
        stop = LineColumns.RangeIn(file.Text, offset, offset).Start;
        return null;
    }

    /// <summary>Offset of the first byte that is not UTF-8; the length where all are.</summary>
    public static int FirstThatIsNotUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return text.Length;
        }
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }
        return at;
    }
}
