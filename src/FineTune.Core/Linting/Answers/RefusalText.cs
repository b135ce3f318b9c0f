using System.Text;

namespace FineTune.Core.Linting.Answers;

/// <summary>Tells answers that refuse by how they begin.</summary>
internal static class RefusalText
{
    private const int Looked = 200;

    private static readonly byte[][] Leads = Bytes(
        "i'm sorry, but ", "i'm sorry but ", "i'm sorry. ", "i'm sorry, ", "i'm very sorry, but ", "i'm really sorry, but ", "i am sorry, but ", "i am sorry. ", "i am sorry, ",
        "sorry, but ", "sorry, ", "i apologize, but ", "i apologise, but ", "i apologize. ", "unfortunately, ", "i'm afraid ", "i am afraid ",
        "as an ai language model, ", "as a language model, ", "as an ai assistant, ", "as an ai, ", "as an ai model, ", "as a large language model, ");

    private static readonly byte[][] Refusals = Bytes(
        "i can't ", "i cannot ", "i can not ", "i'm unable to ", "i am unable to ", "i'm not able to ", "i am not able to ", "i won't ", "i will not ", "i won't be able to ",
        "i must decline to ", "i have to decline to ");

    private static readonly byte[][] Deeds = Bytes(
        "help with ", "help you with ", "assist ", "answer that", "answer this", "answer the question", "provide ", "comply", "fulfill", "fulfil ", "do that", "engage in ", "engage with ",
        "generate ", "create ", "discuss ", "participate", "support that", "support this", "respond to ", "offer ", "continue with ", "help create ", "help you create ");

    private static readonly byte[][] Whole = Bytes(
        "i must decline", "i have to decline", "es tut mir leid, aber ich kann ", "tut mir leid, aber ich kann ", "je suis désolé, mais je ne peux pas ", "désolé, mais je ne peux pas ",
        "lo siento, pero no puedo ", "lo siento, no puedo ", "mi dispiace, ma non posso ", "desculpe, mas não posso ");

    /// <summary>Whether an answer refuses.</summary>
    /// <param name="raw">The bytes of the answer, escapes not resolved.</param>
    public static bool IsIn(ReadOnlySpan<byte> raw)
    {
        raw = raw.TrimStart((byte)' ');
        if (raw.Length < 8 || !MayBegin(raw[0] | 0x20, raw[1] | 0x20))
        {
            return false;
        }
        Span<byte> text = stackalloc byte[Looked];
        text = text[..Lower(raw, text)];
        if (StartsWithAny(text, Whole) >= 0)
        {
            return true;
        }
        for (var lead = StartsWithAny(text, Leads); lead >= 0; lead = StartsWithAny(text, Leads))
        {
            text = text[Leads[lead].Length..];
        }
        return StartsWithAny(text, Refusals) is >= 0 and var refusal && StartsWithAny(text[Refusals[refusal].Length..], Deeds) >= 0;
    }

    /// <summary>Whether one of the phrases begins with two letters; the second may be an escape, or an apostrophe or accent beyond ASCII.</summary>
    private static bool MayBegin(int first, int second) => first switch
    {
        'i' => second is ' ' or '\'' or '\\' or '|' or >= 0x80,
        's' or 'l' => second is 'o',
        'u' => second is 'n',
        'a' or 'e' => second is 's',
        't' => second is 'u',
        'j' => second is 'e',
        'd' => second is 'e' or '\\' or '|' or >= 0x80,
        'm' => second is 'i',
        _ => false,
    };

    /// <summary>The start of the text in lower case, with straight apostrophes.</summary>
    private static int Lower(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        while (raw.Length > 0 && written < text.Length)
        {
            if (raw.StartsWith("\u2019"u8) || raw.StartsWith("\\u2019"u8))
            {
                text[written++] = (byte)'\'';
                raw = raw[(raw[0] == '\\' ? 6 : 3)..];
            }
            else
            {
                text[written++] = raw[0] is >= (byte)'A' and <= (byte)'Z' ? (byte)(raw[0] | 0x20) : raw[0];
                raw = raw[1..];
            }
        }
        return written;
    }

    private static int StartsWithAny(ReadOnlySpan<byte> text, byte[][] starts)
    {
        for (var i = 0; i < starts.Length; i++)
        {
            if (text.StartsWith(starts[i]))
            {
                return i;
            }
        }
        return -1;
    }

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
