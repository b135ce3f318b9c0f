using System.Buffers;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Answers;

/// <summary>Finds a backslash and an n where a line break was meant, and a backslash before a quote.</summary>
internal static class DoubleEscapes
{
    private static readonly SearchValues<byte> CodeMarks = SearchValues.Create("`{}<>=;$|"u8);

    /// <summary>How an example's answers break their lines.</summary>
    /// <param name="example">The example.</param>
    /// <param name="answer">Node of its last answer's text.</param>
    /// <param name="form">What that is written in: JSON has its own escapes.</param>
    /// <param name="signals">The marks of the line.</param>
    public static LineBreaks Of(Example example, int answer, AnswerForm form, LineSignals signals)
    {
        var breaks = LineBreaks.None;
        if ((example.Node(answer).Traits & Datasets.Json.StringTraits.Escaped) != 0 && form is not (AnswerForm.Json or AnswerForm.BrokenJson))
        {
            var inner = WithoutBreaksAround(example.RawText(answer), out _);
            breaks |= HasBreak(inner) ? LineBreaks.Real : 0;
            breaks |= signals.Has(SignalKind.EscapedTwice) && inner.IndexOf(@"\\n"u8) >= 0 ? LineBreaks.Literal : 0;
        }
        return breaks | (signals.Has(SignalKind.EscapedTwice) && FirstIn(example, signals) is var (_, _, isQuote) ? isQuote ? LineBreaks.QuoteEscapedTwice : LineBreaks.EscapedTwice : 0);
    }

    /// <summary>The first of them in an answer that is prose, its text and whether it is a quote's; null for none.</summary>
    public static (int Start, int End, bool IsQuote)? FirstIn(Example example, LineSignals signals)
    {
        var judged = -1;
        for (var next = 0; signals.TryNext(SignalKind.EscapedTwice, ref next, out var start);)
        {
            var text = AnswerTexts.At(example, start);
            if (text < 0 || text == judged)
            {
                continue;
            }
            judged = text;
            var (at, isQuote) = Find(WithoutBreaksAround(example.RawText(text), out var before));
            if (at >= 0)
            {
                var from = example.Node(text).Start + 1 + before + at;
                return (from, from + (isQuote ? 4 : 3), isQuote);
            }
        }
        return null;
    }

    /// <summary>The text without line breaks, tabs and spaces at its ends: they say nothing about the breaks inside.</summary>
    private static ReadOnlySpan<byte> WithoutBreaksAround(ReadOnlySpan<byte> raw, out int before)
    {
        var (start, end) = (0, raw.Length);
        while (start < end && (raw[start] == ' ' || IsSpace(raw[start..end])))
        {
            start += raw[start] == ' ' ? 1 : 2;
        }
        while (end > start && (raw[end - 1] == ' ' || (end - start >= 2 && IsSpace(raw[(end - 2)..end]) && !EndsInEscape(raw[start..(end - 2)]))))
        {
            end -= raw[end - 1] == ' ' ? 1 : 2;
        }
        before = start;
        return raw[start..end];
    }

    private static bool IsSpace(ReadOnlySpan<byte> raw) => raw.Length >= 2 && raw[0] == '\\' && raw[1] is (byte)'n' or (byte)'r' or (byte)'t';

    /// <summary>Whether a backslash at the end is no escape by itself.</summary>
    private static bool EndsInEscape(ReadOnlySpan<byte> raw) => (raw.Length - raw.TrimEnd((byte)'\\').Length) % 2 != 0;

    private static bool HasBreak(ReadOnlySpan<byte> raw)
    {
        for (var from = 0; raw[from..].IndexOf("\\n"u8) is >= 0 and var next; from += next + 2)
        {
            if (!EndsInEscape(raw[..(from + next)]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The first of them, where the text is prose that was escaped once too often; -1 for none.</summary>
    private static (int At, bool IsQuote) Find(ReadOnlySpan<byte> raw)
    {
        // Where one line break is right the others are meant as they stand; and none of these stands in prose.
        if (raw.IndexOfAny(CodeMarks) >= 0 || raw.IndexOf((byte)'/') is >= 0 and var slash && raw[slash..].StartsWith("//"u8))
        {
            return (-1, false);
        }
        var (breaks, quotes, first, firstQuote) = (0, 0, -1, -1);
        for (var i = 0; i < raw.Length;)
        {
            var next = raw[i..].IndexOf((byte)'\\');
            if (next < 0)
            {
                break;
            }
            i += next;
            var rest = raw[(i + 1)..];
            if (rest.StartsWith("\\n"u8) && IsBreak(raw, i))
            {
                first = breaks++ == 0 ? i : first;
                i += 3;
            }
            else if (rest.StartsWith("\\\\\""u8))
            {
                firstQuote = quotes++ == 0 ? i : firstQuote;
                i += 4;
            }
            else if (rest[0] is (byte)'u' or (byte)'/')
            {
                i += 2;
            }
            else
            {
                return (-1, false);
            }
        }
        return breaks > 0 ? (first, false) : quotes > 1 && quotes % 2 == 0 ? (firstQuote, true) : (-1, false);
    }

    /// <summary>Whether a line could end here: after a word or a mark, before the start of another line or a second break.</summary>
    private static bool IsBreak(ReadOnlySpan<byte> raw, int at)
    {
        if (at == 0 || raw[at - 1] is (byte)'(' or (byte)'\'' or (byte)'"' or (byte)':' && at > 1 && char.IsAsciiLetter((char)raw[at - 2]) && (at == 2 || raw[at - 3] == ' '))
        {
            return false;
        }
        var after = raw[(at + 3)..];
        if (after.Length == 0)
        {
            return raw[at - 1] is (byte)'.' or (byte)'!' or (byte)'?';
        }
        // A lower-case letter could go on a path, \new, or a command, \nabla.
        return after[0] is (byte)'-' or (byte)'*' or (byte)'#' or (byte)'\\' || char.IsAsciiLetterUpper((char)after[0]) || char.IsAsciiDigit((char)after[0]) || after[0] >= 0x80;
    }
}
