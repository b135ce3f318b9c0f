namespace FineTune.Core.Conversions.Formats;

/// <summary>Finds the turns of a conversation in text that a chat template has made: ChatML, Llama 2, Llama 3, and Together's <c>&lt;human&gt;:</c> and <c>&lt;bot&gt;:</c>.</summary>
internal static class ChatTemplate
{
    private static readonly string[] Marks = ["<|im_start|>", "<|im_end|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>", "[INST]", "[/INST]", "<<SYS>>", "<human>:", "<bot>:"];

    /// <summary>The turns; null where the text is not wholly made by one template, from a question to an answer.</summary>
    public static IReadOnlyList<(string Role, string Content)>? Read(string text)
    {
        var turns = ChatMl(text) ?? Llama3(text) ?? Llama2(text) ?? HumanBot(text);
        return turns is [.., { Role: "assistant" }]
            && turns.Any(turn => turn.Role == "user")
            && turns.All(turn => turn.Role is "system" or "user" or "assistant" && !Marks.Any(turn.Content.Contains))
            ? turns
            : null;
    }

    private static List<(string Role, string Content)>? ChatMl(string text) => Wrapped(Without(text, "<s>"), "<|im_start|>", "\n", "<|im_end|>");

    private static List<(string Role, string Content)>? Llama3(string text) =>
        Wrapped(Without(Without(text, "<|begin_of_text|>"), "<|begin_of_text|>"), "<|start_header_id|>", "<|end_header_id|>\n\n", "<|eot_id|>");

    /// <summary>Turns of the form: opening, role, separator, content, closing.</summary>
    private static List<(string Role, string Content)>? Wrapped(string text, string open, string separator, string close)
    {
        var (turns, at) = (new List<(string Role, string Content)>(), 0);
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            if (at == text.Length || text.AsSpan(at) is "</s>" or "<|end_of_text|>")
            {
                return turns.Count > 0 ? turns : null;
            }
            var role = at + open.Length;
            if (!text.AsSpan(at).StartsWith(open)
                || text.IndexOf(separator, role, StringComparison.Ordinal) is not (>= 0 and var end)
                || text.IndexOf(close, end + separator.Length, StringComparison.Ordinal) is not (>= 0 and var closed))
            {
                return null;
            }
            turns.Add((text[role..end], text[(end + separator.Length)..closed]));
            at = closed + close.Length;
        }
    }

    private static List<(string Role, string Content)>? Llama2(string text)
    {
        var turns = new List<(string Role, string Content)>();
        if (!text.Contains("[INST]", StringComparison.Ordinal))
        {
            return null;
        }
        foreach (var round in text.Split("[INST]").Select((part, index) => (Part: Without(part.Trim(), "<s>").Trim(), index)))
        {
            if (round.index == 0)
            {
                if (round.Part.Length > 0)
                {
                    return null;
                }
                continue;
            }
            var halves = round.Part.Split("[/INST]");
            if (halves.Length != 2)
            {
                return null;
            }
            var question = halves[0].Trim();
            if (question.StartsWith("<<SYS>>", StringComparison.Ordinal) && question.IndexOf("<</SYS>>", StringComparison.Ordinal) is >= 0 and var end)
            {
                turns.Add(("system", question[7..end].Trim()));
                question = question[(end + 8)..].Trim();
            }
            turns.Add(("user", question));
            turns.Add(("assistant", WithoutEnd(WithoutEnd(halves[1].Trim(), "<s>").Trim(), "</s>").Trim()));
        }
        return turns;
    }

    private static List<(string Role, string Content)>? HumanBot(string text)
    {
        var (turns, at, human, bot) = (new List<(string Role, string Content)>(), 0, 0, 0);
        while (at < text.Length)
        {
            var isHuman = text.AsSpan(at).StartsWith("<human>:");
            if (!isHuman && !text.AsSpan(at).StartsWith("<bot>:"))
            {
                return null;
            }
            at += isHuman ? "<human>:".Length : "<bot>:".Length;
            human = NextFrom(text, human, at, "\n<human>:");
            bot = NextFrom(text, bot, at, "\n<bot>:");
            var end = human < 0 || (bot >= 0 && bot < human) ? bot : human;
            turns.Add((isHuman ? "user" : "assistant", (end < 0 ? text[at..] : text[at..end]).Trim()));
            at = end < 0 ? text.Length : end + 1;
        }
        return turns.Count > 0 ? turns : null;
    }

    /// <summary>The next place of a mark; one that was found before and lies ahead is not looked for again.</summary>
    private static int NextFrom(string text, int known, int at, string mark) => known < 0 || known >= at && known > 0 ? known : text.IndexOf(mark, at, StringComparison.Ordinal);

    private static string Without(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : text;

    private static string WithoutEnd(string text, string end) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;
}
