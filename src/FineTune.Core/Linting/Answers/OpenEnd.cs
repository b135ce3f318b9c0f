using System.Text;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Answers;

/// <summary>Tells prose that stops in the middle of a sentence, as an answer does whose length was capped.</summary>
internal static class OpenEnd
{
    /// <summary>Shorter answers are labels, titles and the like.</summary>
    private const int ShortestBytes = 160;

    /// <summary>Looked at from the end: long enough for a line of prose.</summary>
    private const int Tail = 100;

    /// <summary>UTF-16 units of an answer that stops in the middle; 0 for any other.</summary>
    /// <param name="raw">The bytes of the answer, escapes not resolved.</param>
    /// <param name="scratch">For the escapes.</param>
    public static int LengthOf(ReadOnlySpan<byte> raw, Scratch scratch)
    {
        if (raw.Length < ShortestBytes || !EndsOpen(raw[^1]) || !IsProse(raw[^Tail..]))
        {
            return 0;
        }
        return Encoding.UTF8.GetCharCount(scratch.Decode(raw));
    }

    /// <summary>Whether an answer ends as a sentence does: with a mark, maybe in quotes or brackets.</summary>
    public static bool IsSentence(ReadOnlySpan<byte> raw)
    {
        raw = raw.TrimEnd(" \"\\')*"u8);
        return raw.Length > 0 && (raw[^1] is (byte)'.' or (byte)'!' or (byte)'?' or (byte)':' || raw[^1] >= 0x80);
    }

    private static bool EndsOpen(byte last) => last is (byte)',' or (byte)' ' or (byte)'-' || char.IsAsciiLetter((char)last);

    /// <summary>Whether the tail is a running line: words and spaces, no list, no code, no end of a line.</summary>
    private static bool IsProse(ReadOnlySpan<byte> tail)
    {
        var spaces = 0;
        foreach (var value in tail)
        {
            if (value is (byte)'\\' or (byte)'{' or (byte)'}' or (byte)'<' or (byte)'>' or (byte)'=' or (byte)';' or (byte)'|' or (byte)'`' or (byte)'_' or (byte)'/')
            {
                return false;
            }
            spaces += value == ' ' ? 1 : 0;
        }
        return spaces is >= 8 and <= 40;
    }
}
