using System.Text;
using FineTune.Core.Datasets.Lines;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>The way back from UTF-8 that was read as Windows-1252.</summary>
internal static class Windows1252Repair
{
    private const int MostTimes = 3;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text as it was; null where it was not damaged in this way, or the way back would lose something.</summary>
    public static string? Of(string text)
    {
        string? repaired = null;
        for (var i = 0; i < MostTimes && Once(repaired ?? text) is { } next; i++)
        {
            repaired = next;
        }
        return repaired is not null && Once(repaired) is null ? repaired : null;
    }

    private static string? Once(string text)
    {
        if (Ascii.IsValid(text))
        {
            return null;
        }
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = Windows1252.ByteOf(text[i]);
            if (at < 0)
            {
                return null;
            }
            bytes[i] = (byte)at;
        }
        try
        {
            var repaired = Strict.GetString(bytes);
            return repaired.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0 ? repaired : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
