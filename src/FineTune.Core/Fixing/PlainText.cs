using System.Text;
using FineTune.Core.Files;
using FineTune.Core.Linting.Diagnosis;

namespace FineTune.Core.Fixing;

/// <summary>FT1002 and FT1004: a file as UTF-8, without the lines of a Markdown fence around it, and without comments before what it is.</summary>
internal static class PlainText
{
    /// <summary>The text as it should be; null where it cannot be read without a loss.</summary>
    public static byte[]? Of(byte[] file, FileShapeKind kind) => kind switch
    {
        FileShapeKind.OtherEncoding => Decode(file),
        FileShapeKind.Fenced => WithoutFence(file),
        FileShapeKind.Commented => WithoutComments(file),
        _ => null,
    };

    private static byte[]? Decode(byte[] file)
    {
        Encoding encoding = file switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [_, 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, _, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0xFE, 0xFF, ..] or [0, _, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        };
        try
        {
            var mark = file.AsSpan().StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
            return Encoding.UTF8.GetBytes(encoding.GetString(file.AsSpan(mark)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[] WithoutComments(byte[] file)
    {
        var mark = Utf8Mark.LengthOf(file);
        return [.. file[..mark], .. file[(mark + CommentLines.LengthAtStart(file.AsSpan(mark)))..]];
    }

    private static byte[] WithoutFence(byte[] file)
    {
        var text = new MemoryStream(file.Length);
        for (var start = 0; start < file.Length;)
        {
            var rest = file.AsSpan(start);
            var length = rest.IndexOf((byte)'\n') is >= 0 and var newline ? newline + 1 : rest.Length;
            if (!rest[..length].TrimStart(" \t\uFEFF"u8).StartsWith("```"u8))
            {
                text.Write(rest[..length]);
            }
            start += length;
        }
        return text.ToArray();
    }
}
