namespace FineTune.Core.Linting.Answers;

/// <summary>Whether tags close: no more of XML matters to tell a cut answer from a whole one.</summary>
internal static class XmlShape
{
    private const int MaxDepth = 64;

    public static bool IsBalanced(ReadOnlySpan<byte> text)
    {
        Span<(int Start, int Length)> open = stackalloc (int, int)[MaxDepth];
        var depth = 0;
        var i = 0;
        while (text[i..].IndexOf((byte)'<') is >= 0 and var next)
        {
            i += next + 1;
            var end = EndOf(text, i);
            if (end < 0)
            {
                return false;
            }
            var tag = text[i..end];
            if (tag.Length > 0 && tag[0] == '/')
            {
                if (depth == 0 || !text.Slice(open[depth - 1].Start, open[depth - 1].Length).SequenceEqual(NameOf(tag[1..])))
                {
                    return false;
                }
                depth--;
            }
            else if (tag.Length > 0 && tag[0] is not ((byte)'?' or (byte)'!') && tag[^1] != '/')
            {
                if (depth == MaxDepth)
                {
                    return false;
                }
                open[depth++] = (i, NameOf(tag).Length);
            }
            i = end + 1;
        }
        return depth == 0;
    }

    /// <summary>Offset of the <c>&gt;</c> that ends what starts at <paramref name="i"/>; -1 for none.</summary>
    private static int EndOf(ReadOnlySpan<byte> text, int i)
    {
        if (text[i..].StartsWith("!--"u8))
        {
            return text[i..].IndexOf("-->"u8) is >= 0 and var comment ? i + comment + 2 : -1;
        }
        if (text[i..].StartsWith("![CDATA["u8))
        {
            return text[i..].IndexOf("]]>"u8) is >= 0 and var data ? i + data + 2 : -1;
        }
        return text[i..].IndexOf((byte)'>') is >= 0 and var end ? i + end : -1;
    }

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n"u8);
        return end < 0 ? tag : tag[..end];
    }
}
