namespace FineTune.Core.Conversions.Lines;

/// <summary>Every form that a line may have instead of an object.</summary>
internal static class LineForms
{
    private const int BytesToLookAt = 1 << 16;

    public static IReadOnlyList<LineForm> All { get; } = [new PythonDict(), new QuotedObject(), new QuotedCell(), new ListedObjects(), new ListedMessages(), new TypographicQuotes()];

    /// <summary>The form that every line of a text has, at its beginning; null where one has another, or there are not two of them.</summary>
    /// <param name="text">Lines; the last may be cut off where the text is long.</param>
    /// <param name="lines">How many lines were looked at.</param>
    public static LineForm? OfAll(ReadOnlySpan<byte> text, out int lines)
    {
        lines = 0;
        LineForm? form = null;
        for (var start = 0; start < text.Length && start < BytesToLookAt;)
        {
            var newline = text[start..].IndexOf((byte)'\n');
            var line = (newline < 0 ? text[start..] : text.Slice(start, newline)).Trim(" \t\r"u8);
            start += newline < 0 ? text.Length - start : newline + 1;
            if (line.IsEmpty)
            {
                continue;
            }
            form ??= Of(line);
            if (form?.Read(line) is null)
            {
                return null;
            }
            lines++;
        }
        return lines > 1 ? form : null;
    }

    private static LineForm? Of(ReadOnlySpan<byte> line)
    {
        if (!System.Text.Unicode.Utf8.IsValid(line) || JsonText.IsObject(line))
        {
            return null;
        }
        foreach (var form in All)
        {
            if (form.Read(line) is not null)
            {
                return form;
            }
        }
        return null;
    }
}
