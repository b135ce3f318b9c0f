namespace FineTune.Core.Conversions;

/// <summary>Commas before a closing bracket, or after the whole value.</summary>
internal static class SpareCommas
{
    /// <summary>The text without commas that stand after the last value of something; null where there is none.</summary>
    public static byte[]? Remove(ReadOnlySpan<byte> text)
    {
        var edits = new LineEdits();
        byte before = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '"')
            {
                i = JsonText.EndOfString(text, i);
                before = (byte)'"';
                continue;
            }
            if (text[i] == ',' && IsLast(text[(i + 1)..]) && before is not (0 or (byte)'{' or (byte)'[' or (byte)',' or (byte)':'))
            {
                edits.Replace(i, i + 1, default);
            }
            before = text[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' ? before : text[i];
            i++;
        }
        return edits.IsEmpty ? null : edits.Apply(text);
    }

    private static bool IsLast(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r\n"u8);
        return rest.IsEmpty || rest[0] is (byte)'}' or (byte)']';
    }
}
