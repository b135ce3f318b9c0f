using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>Says what a text file is that holds no JSON lines: one finding instead of one for each line.</summary>
internal static class ForeignText
{
    private const int LinesToLookAt = 20;

    /// <summary>What the whole file is by its beginning, whatever comes later; null where it may be JSON lines.</summary>
    /// <param name="text">The file's text from its first character that is no white space.</param>
    public static string? OfStart(ReadOnlySpan<byte> text)
    {
        if (StartsWithTag(text, "<!doctype"u8) || StartsWithTag(text, "<html"u8))
        {
            return "the file is an HTML page, perhaps the error page of a download; a JSONL file has one JSON object a line";
        }
        if (text.StartsWith("<?xml"u8))
        {
            return "the file is XML; a JSONL file has one JSON object a line";
        }
        if (text.StartsWith("```"u8))
        {
            return "the file begins with a Markdown fence (```); remove the lines that open and close it (finetune fix does)";
        }
        return text[0] == '{' && text.IndexOf((byte)'\n') < 0 && (text.IndexOf("}\r{"u8) > 0 || text.IndexOf("}\r\r{"u8) > 0)
            ? "the lines end with a carriage return alone, as on an old Mac; the lines of a JSONL file end with a line feed (LF)"
            : null;
    }

    /// <summary>What a file is none of whose first lines begins like JSON; null where one does.</summary>
    public static string? OfLines(ReadOnlySpan<byte> text)
    {
        var (lines, prefixed, indented) = (0, 0, false);
        ReadOnlySpan<byte> first = default;
        for (var rest = text; !rest.IsEmpty && lines < LinesToLookAt;)
        {
            var newline = rest.IndexOf((byte)'\n');
            var line = (newline < 0 ? rest : rest[..newline]).TrimEnd((byte)'\r');
            rest = newline < 0 ? default : rest[(newline + 1)..];
            var content = line.TrimStart(" \t\u00A0"u8);
            if (content.IsEmpty)
            {
                continue;
            }
            if (content[0] is (byte)'{' or (byte)'[')
            {
                return null;
            }
            first = lines == 0 ? content : first;
            indented |= lines > 0 && (line[0] is (byte)' ' or (byte)'\t' || line.StartsWith("- "u8));
            prefixed += content.IndexOf((byte)'{') is > 0 and < 40 ? 1 : 0;
            lines++;
        }
        if (lines < 2 || new JsonTape().Parse(first).Kind == JsonFaultKind.None)
        {
            return null;
        }
        if (prefixed == lines)
        {
            return first.StartsWith("\"{\"\""u8)
                ? "the lines were written by a CSV writer: each stands in quotes, and its own quotes are doubled; write the objects themselves"
                : $"each line has something before its object ({SafeText.Quote(System.Text.Encoding.UTF8.GetString(first[..first.IndexOf((byte)'{')]))}); a line of a JSONL file holds the object alone";
        }
        // A line that lost its first bracket is a fault of that line, and so is a list that lost its own.
        if (prefixed > 0)
        {
            return null;
        }
        return IsYaml(first, indented)
            ? "the file is YAML; a JSONL file has one JSON object a line"
            : "the file is plain text; a JSONL file has one JSON object a line";
    }

    private static bool StartsWithTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag) =>
        text.Length > tag.Length && System.Text.Ascii.EqualsIgnoreCase(text[..tag.Length], tag);

    private static bool IsYaml(ReadOnlySpan<byte> first, bool indented)
    {
        if (first.StartsWith("---"u8) || (first.StartsWith("- "u8) && first.IndexOf(": "u8) is var colon && (colon > 0 || first.EndsWith(":"u8))))
        {
            return true;
        }
        return indented && first.EndsWith(":"u8);
    }
}
