using System.Buffers;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Signals;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4014: an answer holds a backslash and an n where a line break was meant, or a backslash before a quote.</summary>
internal sealed class EscapedTwice() : AnswerRule("FT4014", "escaped-twice", Severity.Warning, "Text was escaped twice")
{
    private static readonly SearchValues<byte> CodeMarks = SearchValues.Create("`{}<>=;$|"u8);

    public override void Check(Example example, Inspection inspection)
    {
        if (!inspection.Signals.Has(SignalKind.EscapedTwice))
        {
            return;
        }
        var judged = -1;
        for (var next = 0; inspection.Signals.TryNext(SignalKind.EscapedTwice, ref next, out var start);)
        {
            var text = AnswerTexts.At(example, start);
            if (text < 0 || text == judged)
            {
                continue;
            }
            judged = text;
            var raw = example.RawText(text);
            var (at, isQuote) = Find(raw);
            if (at >= 0)
            {
                var from = example.Node(text).Start + 1 + at;
                inspection.Report(this, example, from, from + (isQuote ? 4 : 3), isQuote
                    ? "the answer has a backslash before each quote; it was escaped twice, and the model will write the backslashes"
                    : "the answer has a backslash and an n where a line break was meant; it was escaped twice, and the model will write them");
                return;
            }
        }
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
