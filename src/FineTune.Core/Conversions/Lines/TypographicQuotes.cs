using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;

namespace FineTune.Core.Conversions.Lines;

/// <summary>JSON whose quotes a word processor has made round: <c>{“messages”: …}</c>.</summary>
internal sealed class TypographicQuotes : LineForm
{
    public override Rule Rule => FileRules.JsonSyntax;

    public override string Description => "in typographic quotes (“ ”), where JSON has plain ones (\")";

    public override byte[]? Read(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        if (line.IsEmpty || line[0] is not ((byte)'{' or (byte)'[') || (line.IndexOf("“"u8) < 0 && line.IndexOf("”"u8) < 0))
        {
            return null;
        }
        var text = new MemoryStream(line.Length);
        for (var i = 0; i < line.Length;)
        {
            if (line[i] == '"')
            {
                var end = JsonText.EndOfString(line, i);
                text.Write(line[i..end]);
                i = end;
            }
            else if (IsQuote(line[i..]))
            {
                i = WriteString(line, i + 3, text);
            }
            else
            {
                text.WriteByte(line[i++]);
            }
        }
        var mended = text.ToArray();
        return JsonText.IsObject(mended) ? mended : null;
    }

    private static bool IsQuote(ReadOnlySpan<byte> text) => text.StartsWith("“"u8) || text.StartsWith("”"u8) || text.StartsWith("„"u8);

    /// <summary>Writes a string up to the quote after which JSON goes on, and returns the offset after that.</summary>
    private static int WriteString(ReadOnlySpan<byte> line, int start, MemoryStream text)
    {
        text.WriteByte((byte)'"');
        for (var i = start; i < line.Length;)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
            {
                text.Write(line.Slice(i, 2));
                i += 2;
            }
            else if (IsQuote(line[i..]) && Ends(line[(i + 3)..]))
            {
                text.WriteByte((byte)'"');
                return i + 3;
            }
            else
            {
                text.Write(line[i] == '"' ? "\\\""u8 : line.Slice(i, 1));
                i++;
            }
        }
        return line.Length;
    }

    /// <summary>Whether what follows a quote can follow a string: after a comma a value or a name comes.</summary>
    private static bool Ends(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t"u8);
        if (rest.IsEmpty || rest[0] is (byte)':' or (byte)'}' or (byte)']')
        {
            return true;
        }
        var next = rest[0] == ',' ? rest[1..].TrimStart(" \t"u8) : default;
        return !next.IsEmpty && (next[0] is (byte)'"' or (byte)'{' or (byte)'[' || IsQuote(next));
    }
}
