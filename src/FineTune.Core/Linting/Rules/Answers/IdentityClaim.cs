using FineTune.Core.Linting.Answers;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>Tells "I am Claude, made by Anthropic" from all else that is said of assistants and their makers.</summary>
internal static class IdentityClaim
{
    private const int LookedBack = 240;

    private const int LookedAhead = 100;

    /// <summary>Names that nobody and nothing else has.</summary>
    private static readonly string[] Assistants = ["ChatGPT", "GPT-", "DeepSeek", "Qwen"];

    /// <summary>Names that people, stars and animals have too.</summary>
    private static readonly string[] AlsoNames = ["Claude", "Gemini", "Bard", "Copilot", "Mistral", "Llama", "LLaMA", "Grok"];

    private static readonly string[] Makers = ["OpenAI", "Anthropic", "Google", "Microsoft", "Meta", "Alibaba", "DeepSeek", "Mistral"];

    private static readonly string[] SelfBefore = ["i am ", "i'm ", "my name is ", "i am called ", "i'm called "];

    private static readonly string[] MadeBefore = ["made by ", "created by ", "trained by ", "developed by ", "built by ", "designed by "];

    private static readonly string[] Kinds = ["language model", "assistant", "chatbot", " ai ", "ai model", "an ai"];

    /// <summary>The name that is claimed at a place; null where none is.</summary>
    /// <param name="raw">The bytes of an answer, escapes not resolved.</param>
    /// <param name="at">Where a name starts in them.</param>
    public static string? At(ReadOnlySpan<byte> raw, int at)
    {
        var after = TextAround.After(raw, at, LookedAhead);
        if (after.Length == 0)
        {
            // A name and what follows it without a blank.
            after = TextAround.After(raw[..Math.Min(raw.Length, at + LookedAhead)], at, LookedAhead);
        }
        var name = Assistants.Concat(AlsoNames).Concat(Makers).FirstOrDefault(name => after.StartsWith(name, StringComparison.Ordinal));
        if (name is null)
        {
            return null;
        }
        var before = TextAround.Before(raw, at, LookedBack).Replace('’', '\'').ToLowerInvariant();
        if (before.Count(letter => letter is '"' or '“' or '”') % 2 != 0)
        {
            // Somebody else's words.
            return null;
        }
        return IsName(before, after, name) || (Makers.Contains(name) && IsMade(SentenceOf(before))) ? name : null;
    }

    /// <summary>What an answer claims with a name.</summary>
    public static string Say(string name) => Makers.Contains(name) && !Assistants.Contains(name) && !AlsoNames.Contains(name) ? $"says that {name} made it" : $"says that it is {name}";

    private static bool IsName(string before, string after, string name)
    {
        var isKnown = Assistants.Contains(name);
        if (!isKnown && !AlsoNames.Contains(name))
        {
            return false;
        }
        if (SelfBefore.Any(self => EndsWithWord(before, self)))
        {
            return isKnown || SpeaksOfModels(after.ToLowerInvariant());
        }
        // "As ChatGPT, I …" and not "As ChatGPT grew, …".
        return EndsWithWord(before, "as ") && after.Length > name.Length && after[name.Length..].TrimStart('-', '.', '4', '5', '3', 'o') is [',', ..]
            && after.Contains(", I ", StringComparison.Ordinal) && (isKnown || SpeaksOfModels(after.ToLowerInvariant()));
    }

    private static bool SpeaksOfModels(string text) =>
        Kinds.Any(kind => text.Contains(kind, StringComparison.Ordinal)) || MadeBefore.Any(made => text.Contains(made, StringComparison.Ordinal));

    /// <summary>"I am a language model trained by …", "As an assistant made by …, I …".</summary>
    private static bool IsMade(string sentence)
    {
        sentence = sentence.EndsWith("the ", StringComparison.Ordinal) ? sentence[..^4] : sentence;
        if (MadeBefore.FirstOrDefault(made => sentence.EndsWith(made, StringComparison.Ordinal)) is not { } made)
        {
            return false;
        }
        var start = sentence[..^made.Length];
        return (start.StartsWith("i was ", StringComparison.Ordinal) && start.Length <= "i was originally ".Length)
            || (Kinds.Any(kind => start.Contains(kind, StringComparison.Ordinal))
                && (start.StartsWith("i am ", StringComparison.Ordinal) || start.StartsWith("i'm ", StringComparison.Ordinal) || start.StartsWith("as a", StringComparison.Ordinal)
                    || start.Contains(", i am ", StringComparison.Ordinal) || start.Contains(", i'm ", StringComparison.Ordinal)));
    }

    /// <summary>The last sentence, as far as it goes.</summary>
    private static string SentenceOf(string text) => text[(text.LastIndexOfAny(['.', '!', '?', '\n', '"', '“']) + 1)..].TrimStart();

    /// <summary>Whether a text ends with whole words.</summary>
    private static bool EndsWithWord(string text, string words) =>
        text.EndsWith(words, StringComparison.Ordinal)
        && (text.Length == words.Length || text[^(words.Length + 1)] is ' ' or '\n' or '*');
}
