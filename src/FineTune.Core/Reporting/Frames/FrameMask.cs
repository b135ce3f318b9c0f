using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Frames;

/// <summary>Takes secrets out of a shown line. Wider than the mask of messages: what looks like a key's body, a token or an image is not shown either.</summary>
internal static class FrameMask
{
    private const string Mask = "***";
    private const int ShortestRun = 32;

    /// <summary>The piece with each secret replaced by <c>***</c>, and the mark moved along.</summary>
    public static MarkedText Apply(MarkedText piece)
    {
        var (text, start, end) = piece;
        var masked = new StringBuilder(text.Length);
        var (newStart, newEnd) = (start, end);
        var at = 0;
        foreach (var (from, to) in Spans(text))
        {
            if (from < at)
            {
                continue;
            }
            masked.Append(text, at, from - at);
            var begin = masked.Length;
            masked.Append(Mask);
            newStart = Move(start, newStart, from, to, begin);
            newEnd = Move(end, newEnd, from, to, begin + Mask.Length);
            at = to;
        }
        masked.Append(text, at, text.Length - at);
        return new(masked.ToString(), newStart, Math.Max(newStart, newEnd));

        int Move(int old, int moved, int from, int to, int inside) =>
            old >= to ? old + masked.Length - to : old > from ? inside : moved;
    }

    private static IEnumerable<(int From, int To)> Spans(string text) =>
        SecretMask.Find(text).Concat(TokenRuns(text)).OrderBy(span => span.From).ThenByDescending(span => span.To);

    private static IEnumerable<(int From, int To)> TokenRuns(string text)
    {
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsTokenCharacter(text[i]))
            {
                continue;
            }
            if (i - from >= ShortestRun && LooksRandom(text.AsSpan(from, i - from)))
            {
                yield return (from, i);
            }
            from = i + 1;
        }
    }

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '_' or '-';

    private static bool LooksRandom(ReadOnlySpan<char> run)
    {
        var (digits, letters) = (0, 0);
        foreach (var c in run)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        }
        return digits >= 3 && letters >= 3;
    }
}
