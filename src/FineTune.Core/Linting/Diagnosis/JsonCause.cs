using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>What is wrong with a line that is not JSON.</summary>
/// <param name="Start">Byte offset of the offending text.</param>
/// <param name="End">Byte offset after it.</param>
/// <param name="Message">The cause, and what would be right.</param>
internal readonly record struct JsonCause(int Start, int End, string Message)
{
    /// <summary>The cause of a fault that a parser met at <paramref name="offset"/>.</summary>
    public static JsonCause Find(ReadOnlySpan<byte> line, int offset)
    {
        var scene = JsonScene.At(line, offset);
        if (offset >= line.Length)
        {
            return AtEnd(line, scene);
        }
        return scene.InString
            ? InString(line, offset, scene)
            : Character(line, offset) ?? scene.Expected switch
            {
                JsonExpectation.Name => AtName(line, offset, scene),
                JsonExpectation.Colon => AtColon(line, offset, scene),
                JsonExpectation.Value => AtValue(line, offset, scene),
                JsonExpectation.End => AfterDocument(line, offset),
                _ => AfterValue(line, offset, scene),
            };
    }

    private static JsonCause AtEnd(ReadOnlySpan<byte> line, in JsonScene scene)
    {
        if (scene.InString)
        {
            return new(scene.TokenStart, line.Length, "the line ends inside this string: its closing quote is missing, or the line was cut off");
        }
        var end = Math.Max(line.Length - 1, 0);
        return scene.OpenStart >= 0
            ? new(end, line.Length, $"the line ends before the {(line[scene.OpenStart] == '{' ? "object is closed: \"}\"" : "list is closed: \"]\"")} is missing, or the line was cut off")
            : new(end, line.Length, "the line ends where a value should be");
    }

    private static JsonCause InString(ReadOnlySpan<byte> line, int offset, in JsonScene scene)
    {
        if (line[offset] == '\\')
        {
            var shown = Encoding.UTF8.GetString(line.Slice(offset, Math.Min(2, line.Length - offset)));
            var right = shown is "\\u" ? "\\u needs four hex digits" : "only \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX are escapes; a backslash itself is written \\\\";
            return new(offset, offset + shown.Length, $"{SafeText.Quote(shown)} is no escape in JSON: {right}");
        }
        var (name, written) = line[offset] switch
        {
            (byte)'\t' => ("a tab", "\\t"),
            (byte)'\r' => ("a carriage return", "\\r"),
            0 => ("a NUL character", "nothing"),
            var other => ($"the control character U+{other:X4}", $"\\u{other:x4}"),
        };
        return new(offset, offset + 1, $"{name} stands in a string as it is; JSON wants it written {written}");
    }

    /// <summary>Characters that are wrong wherever they stand outside a string.</summary>
    private static JsonCause? Character(ReadOnlySpan<byte> line, int offset)
    {
        var rest = line[offset..];
        if (offset == 0 && (rest.StartsWith("<<<<<<< "u8) || rest.StartsWith(">>>>>>> "u8) || rest.SequenceEqual("======="u8)))
        {
            return new(offset, line.Length, "this is a mark of a merge conflict; keep one side of it and remove the marks");
        }
        if (rest.StartsWith("//"u8) || rest.StartsWith("/*"u8) || rest[0] == '#')
        {
            return new(offset, line.Length, "JSON has no comments; remove it");
        }
        if (rest[0] == '\'')
        {
            var close = rest[1..].IndexOf((byte)'\'');
            return new(offset, close < 0 ? offset + 1 : offset + close + 2, "strings stand in double quotes (\") in JSON, not in single ones");
        }
        if (rest.StartsWith("“"u8) || rest.StartsWith("”"u8) || rest.StartsWith("„"u8))
        {
            return new(offset, offset + 3, "this is a typographic quote; JSON wants the plain one (\")");
        }
        if (rest.StartsWith("\u00A0"u8) || rest.StartsWith("\u200B"u8) || rest.StartsWith("\uFEFF"u8))
        {
            return new(offset, offset + (rest[0] == 0xC2 ? 2 : 3), "an invisible character (a no-break space or a byte-order mark) stands here; remove it");
        }
        return null;
    }

    private static JsonCause AtName(ReadOnlySpan<byte> line, int offset, in JsonScene scene)
    {
        if (line[offset] is (byte)'}' && scene.AfterComma)
        {
            return TrailingComma(scene);
        }
        if (JsonWord.TryRead(line, offset, out var word))
        {
            var end = offset + word.Length;
            return end < line.Length && line[end] == '"'
                ? new(offset, end, $"the key {SafeText.Quote(word)} lacks its opening quote")
                : new(offset, end, $"the key {SafeText.Quote(word)} has no quotes; keys stand in double quotes in JSON");
        }
        return line[offset] == ','
            ? new(offset, offset + 1, "there is a comma too many here")
            : new(offset, offset + 1, $"{Shown(line, offset)} stands where a key in double quotes should be");
    }

    private static JsonCause AtColon(ReadOnlySpan<byte> line, int offset, in JsonScene scene) =>
        offset == scene.TokenEnd && IsTextAfterQuote(line, offset, scene)
            ? UnescapedQuote(scene)
            : new(offset, offset + 1, $"{Shown(line, offset)} stands where the colon after the key {SafeText.Quote(scene.Token(line))} should be");

    private static JsonCause AtValue(ReadOnlySpan<byte> line, int offset, in JsonScene scene)
    {
        if (line[offset] is (byte)']' or (byte)'}' && scene.AfterComma)
        {
            return TrailingComma(scene);
        }
        if (line[offset] is (byte)',' or (byte)'}' or (byte)']')
        {
            return new(offset, offset + 1, "a value is missing here");
        }
        return JsonWord.TryRead(line, offset, out var word)
            ? new(offset, offset + word.Length, JsonWord.Explain(word))
            : JsonWord.TryReadNumber(line, offset, out var number, out var why)
                ? new(number.Start, number.End, why)
                : new(offset, offset + 1, $"{Shown(line, offset)} stands where a value should be");
    }

    private static JsonCause AfterValue(ReadOnlySpan<byte> line, int offset, in JsonScene scene)
    {
        if (IsTextAfterQuote(line, offset, scene))
        {
            return UnescapedQuote(scene);
        }
        if (JsonWord.TryReadNumber(line, scene.TokenStart, out var number, out var why) && number.End > offset)
        {
            return new(number.Start, number.End, why);
        }
        if (line[offset] is (byte)'"' or (byte)'{' or (byte)'[' or (byte)'-' or (>= (byte)'0' and <= (byte)'9')
            || JsonWord.TryRead(line, offset, out _))
        {
            return new(scene.TokenEnd - 1, scene.TokenEnd, "a comma is missing after this");
        }
        var closes = scene.OpenStart >= 0 && line[scene.OpenStart] == '{' ? "}" : "]";
        return line[offset] is (byte)'}' or (byte)']'
            ? new(offset, offset + 1, $"{Shown(line, offset)} closes what {Shown(line, scene.OpenStart)} opened; \"{closes}\" belongs here")
            : new(offset, offset + 1, $"{Shown(line, offset)} stands where a comma or \"{closes}\" should be");
    }

    private static JsonCause AfterDocument(ReadOnlySpan<byte> line, int offset)
    {
        if (line[offset] == ',' && line[(offset + 1)..].IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0)
        {
            return new(offset, offset + 1, "remove the comma at the end of the line: lines of a JSONL file stand by themselves");
        }
        return line[offset] switch
        {
            (byte)'{' or (byte)'[' => new(offset, offset + 1, "a second JSON value starts here; each stands on its own line"),
            (byte)'}' or (byte)']' => new(offset, offset + 1, $"there is a {Shown(line, offset)} too many here: the object is already closed"),
            _ => new(offset, line.Length, $"the line goes on after the object: {SafeText.Quote(Encoding.UTF8.GetString(line[offset..]))} must go"),
        };
    }

    private static JsonCause TrailingComma(in JsonScene scene) =>
        new(scene.CommaAt, scene.CommaAt + 1, "a comma stands before the closing bracket; JSON allows none after the last value");

    private static JsonCause UnescapedQuote(in JsonScene scene) =>
        new(scene.TokenEnd - 1, scene.TokenEnd, "this quote ends the string, but text goes on after it; a quote inside a string is written \\\"");

    /// <summary>Whether text follows the quote that closed the last string, as it does where a quote inside was not escaped.</summary>
    private static bool IsTextAfterQuote(ReadOnlySpan<byte> line, int offset, in JsonScene scene) =>
        scene.TokenEnd > 0
        && line[scene.TokenEnd - 1] == '"'
        && scene.TokenEnd - scene.TokenStart > 1
        && line[offset] is not ((byte)'"' or (byte)'{' or (byte)'[' or (byte)'}' or (byte)']' or (byte)',' or (byte)':')
        && !LooksLikeKey(line[offset..]);

    /// <summary>Whether a word and a quote and a colon follow: then a comma and a quote are missing instead.</summary>
    private static bool LooksLikeKey(ReadOnlySpan<byte> rest)
    {
        var quote = 0;
        while (quote < rest.Length && (char.IsAsciiLetter((char)rest[quote]) || rest[quote] == '_'))
        {
            quote++;
        }
        return quote > 0 && quote < rest.Length && rest[quote] == '"' && rest[(quote + 1)..].TrimStart((byte)' ').StartsWith(":"u8);
    }

    private static string Shown(ReadOnlySpan<byte> line, int offset)
    {
        Rune.DecodeFromUtf8(line[offset..], out var rune, out _);
        return rune.Value == '"' ? "a quote" : SafeText.Quote(rune.ToString());
    }
}
