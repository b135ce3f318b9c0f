using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;

namespace FineTune.Core.Linting.Answers;

/// <summary>Tells how the two answers of a preference look.</summary>
internal static class AnswerLooks
{
    private const int LongestWord = 24;

    /// <summary>Both answers of a preference; null for any other example, or where one of them has no text.</summary>
    public static PairFacts? Of(Example example) =>
        example.Preferred >= 0 && TextOf(example, MessageList.Preferred, example.Preferred) is >= 0 and var preferred
        && TextOf(example, MessageList.NonPreferred, example.NonPreferred) is >= 0 and var other
            ? new PairFacts(LookOf(example.RawText(preferred)), LookOf(example.RawText(other)))
            : null;

    /// <summary>Node of the text of an answer: of the last message of its list, or the answer itself; -1 for none.</summary>
    public static int TextOf(Example example, MessageList list, int answer)
    {
        var found = answer >= 0 && example.Node(answer).IsText ? answer : -1;
        foreach (ref readonly var message in example.Messages[example.ConversationCount..])
        {
            if (message.List == list)
            {
                found = -1;
                foreach (var text in new MessageTexts(example, message))
                {
                    found = text;
                    break;
                }
            }
        }
        return found;
    }

    private static AnswerLook LookOf(ReadOnlySpan<byte> raw)
    {
        var end = raw.TrimEnd(" "u8);
        var marks = AnswerMarks.None;
        marks |= Starts(raw, "- "u8) || Starts(raw, "* "u8) || Starts(raw, "1. "u8) ? AnswerMarks.List : 0;
        marks |= raw.IndexOf("**"u8) >= 0 || Starts(raw, "#"u8) ? AnswerMarks.Emphasis : 0;
        marks |= raw.IndexOf("```"u8) >= 0 ? AnswerMarks.Code : 0;
        marks |= raw.IndexOf("\\n"u8) >= 0 ? AnswerMarks.Lines : 0;
        marks |= end.EndsWith("?"u8) ? AnswerMarks.EndsWithQuestion : 0;
        marks |= end.EndsWith("!"u8) ? AnswerMarks.EndsWithExclamation : 0;
        marks |= OpenEnd.IsSentence(raw) ? AnswerMarks.IsFinished : 0;
        return new AnswerLook(raw.Length, marks, OpeningOf(raw) is { Length: > 0 } opening ? ContentHash.OfBytes(opening) : 0);
    }

    /// <summary>The first two words with what stands between them; nothing where there are fewer.</summary>
    public static ReadOnlySpan<byte> OpeningOf(ReadOnlySpan<byte> raw)
    {
        var first = raw.IndexOf((byte)' ');
        var second = first < 0 ? -1 : raw[(first + 1)..].IndexOf((byte)' ');
        return first is > 0 and < LongestWord && second is > 0 and < LongestWord ? raw[..(first + 1 + second)] : default;
    }

    /// <summary>Whether the text, or a line of it, starts so.</summary>
    private static bool Starts(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> start)
    {
        for (var rest = raw; ; rest = rest[2..])
        {
            if (rest.StartsWith(start))
            {
                return true;
            }
            if (rest.IndexOf("\\n"u8) is not (>= 0 and var next))
            {
                return false;
            }
            rest = rest[next..];
        }
    }
}
