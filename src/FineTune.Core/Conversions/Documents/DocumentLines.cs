using System.Text.Unicode;

namespace FineTune.Core.Conversions.Documents;

/// <summary>FT1004: the examples of a document, one a line: the objects of a JSON array, or of pretty-printed or concatenated JSON, or what one of the <see cref="DocumentForms"/> holds.</summary>
/// <param name="Lines">The objects; empty where the document is not understood.</param>
/// <param name="Offset">Where it is not.</param>
/// <param name="Fault">Why not; null where it is.</param>
internal sealed record DocumentLines(IReadOnlyList<byte[]> Lines, int Offset, string? Fault)
{
    /// <summary>Reads a whole document; nothing of it may be left over.</summary>
    /// <param name="text">The file without its byte-order mark.</param>
    /// <param name="leftovers">Takes what stands around the examples and has no place in lines; null where nothing may be left out.</param>
    public static DocumentLines Of(ReadOnlySpan<byte> text, Leftovers? leftovers)
    {
        if (!Utf8.IsValid(text))
        {
            return Refused(0, "the file is not UTF-8");
        }
        if (DocumentForms.Of(text, isWhole: true) is var (form, document))
        {
            var (node, fault) = (0, "");
            return form.Lines(document, leftovers, ref node, ref fault) is { } written ? new(written, 0, null) : Refused(document.Node(node).Start, fault);
        }
        return OfObjects(text);
    }

    private static DocumentLines OfObjects(ReadOnlySpan<byte> text)
    {
        var lines = new List<byte[]>();
        var at = SkipBlank(text, 0, commas: false);
        var isArray = at < text.Length && text[at] == '[';
        at = isArray ? at + 1 : at;
        while (true)
        {
            at = SkipBlank(text, at, commas: lines.Count > 0);
            if (at == text.Length)
            {
                return isArray ? Refused(at, "the list is not closed: its \"]\" is missing, or the file was cut off") : new(lines, 0, null);
            }
            if (isArray && text[at] == ']')
            {
                at = SkipBlank(text, at + 1, commas: false);
                return at == text.Length ? new(lines, 0, null) : Refused(at, "something follows the list");
            }
            var end = text[at] == '{' ? JsonText.EndOfBrackets(text, at) : -1;
            if (end < 0 || Read(text[at..end]) is not { } line)
            {
                return Refused(at, text[at] == '{' ? "the object that starts here is no valid JSON" : "something that is no object starts here");
            }
            lines.Add(line);
            at = end;
        }
    }

    /// <summary>The first object of a document, whatever follows; null where it is not understood.</summary>
    public static byte[]? First(ReadOnlySpan<byte> text)
    {
        if (DocumentForms.Of(text, isWhole: true) is var (form, document))
        {
            var (node, fault) = (0, "");
            return form.Lines(document, Leftovers.Kept, ref node, ref fault) is [var row, ..] ? row : null;
        }
        var at = SkipBlank(text, 0, commas: false);
        at = at < text.Length && text[at] == '[' ? SkipBlank(text, at + 1, commas: false) : at;
        var end = at < text.Length && text[at] == '{' ? JsonText.EndOfBrackets(text, at) : -1;
        return end < 0 || !Utf8.IsValid(text[at..end]) ? null : Read(text[at..end]);
    }

    private static byte[]? Read(ReadOnlySpan<byte> value)
    {
        var sound = JsonText.IsObject(value) ? value : SpareCommas.Remove(value) is { } mended && JsonText.IsObject(mended) ? mended : default;
        return sound.IsEmpty ? null : JsonText.OnOneLine(sound);
    }

    private static int SkipBlank(ReadOnlySpan<byte> text, int at, bool commas)
    {
        while (at < text.Length && (text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' || (commas && text[at] == ',')))
        {
            at++;
        }
        return at;
    }

    private static DocumentLines Refused(int offset, string fault) => new([], offset, fault);
}
