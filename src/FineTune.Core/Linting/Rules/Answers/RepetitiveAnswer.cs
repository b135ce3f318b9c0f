using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Answers;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4007: an answer says the same over and over.</summary>
internal sealed class RepetitiveAnswer() : AnswerRule("FT4007", "repetitive-answer", Severity.Warning, "An answer repeats itself over and over")
{
    /// <summary>Shorter answers are refrains, laughter, rows of a table.</summary>
    private const int Shortest = 240;

    private const int LongestPeriod = 1024;

    private const int FewestTimes = 6;

    private const int Probe = 12;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            CheckText(example, inspection, AnswerTexts.Last(example));
            return;
        }
        foreach (ref readonly var message in example.Messages)
        {
            if (example.IsTrained(message))
            {
                foreach (var text in new MessageTexts(example, message))
                {
                    CheckText(example, inspection, text);
                }
            }
        }
    }

    private void CheckText(Example example, Inspection inspection, int text)
    {
        if (text < 0 || example.RawText(text) is not { Length: >= Shortest } raw)
        {
            return;
        }
        // A loop that lasts to the end, or that a program cut and somebody went on from.
        var (start, end, period) = LoopAround(raw, raw.Length);
        if (period == 0)
        {
            (start, end, period) = LoopAround(raw, raw.Length / 2);
        }
        if (period > 0)
        {
            var from = example.Node(text).Start + 1;
            inspection.Report(
                this,
                example,
                from + start,
                from + end,
                $"the answer says {SafeText.Quote(Encoding.UTF8.GetString(new Scratch().Decode(PhraseOf(raw[start..], period))).Trim())} {(end - start) / period:N0} times on end; one such answer teaches that answers do not end");
        }
    }

    /// <summary>The repetition that the bytes before a place belong to; a period of 0 for none.</summary>
    private static (int Start, int End, int Period) LoopAround(ReadOnlySpan<byte> raw, int place)
    {
        var probe = raw.Slice(place - Probe, Probe);
        var from = Math.Max(place - Probe - LongestPeriod, 0);
        var found = raw[from..(place - 1)].LastIndexOf(probe);
        if (found < 0)
        {
            return default;
        }
        var period = place - Probe - (from + found);
        var (start, end) = (place, place);
        while (start > period && raw[start - 1] == raw[start - 1 - period])
        {
            start--;
        }
        start -= period;
        while (end < raw.Length && raw[end] == raw[end - period])
        {
            end++;
        }
        var length = end - start;
        return length >= Shortest && length >= period * FewestTimes && length * 2 >= raw.Length && HasWords(raw.Slice(start, period)) ? (start, end, period) : default;
    }

    /// <summary>Whether it is words that repeat, not a rule of dashes, zeros, bytes or the values of a list.</summary>
    private static bool HasWords(ReadOnlySpan<byte> period)
    {
        var (letters, others) = (0, 0);
        foreach (var value in period)
        {
            if (value is (byte)'<' or (byte)'|' or (byte)'{' or (byte)'=' or (byte)';')
            {
                return false;
            }
            var isLetter = value >= 0x80 || char.IsAsciiLetter((char)value);
            letters += isLetter ? 1 : 0;
            others += isLetter && !char.IsAsciiHexDigit((char)value) ? 1 : 0;
        }
        var isListed = period.Contains((byte)',') && period.Count((byte)' ') < 2;
        return letters >= 2 && others >= 1 && !isListed;
    }

    /// <summary>The period from the start of a sentence, or of a word, without an escape that was cut.</summary>
    private static ReadOnlySpan<byte> PhraseOf(ReadOnlySpan<byte> loop, int period)
    {
        var once = loop[..period];
        var mark = once.IndexOfAny(".!?"u8);
        var from = mark >= 0 ? mark + 1 : Math.Max(once.IndexOf((byte)' '), 0);
        var phrase = loop.Slice(from, period);
        while (phrase.Length > 0 && (phrase[0] & 0xC0) == 0x80)
        {
            phrase = phrase[1..];
        }
        return phrase.LastIndexOf((byte)'\\') is >= 0 and var slash && slash > phrase.Length - 7 ? phrase[..slash] : phrase;
    }
}
