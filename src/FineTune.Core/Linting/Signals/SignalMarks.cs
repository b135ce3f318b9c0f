namespace FineTune.Core.Linting.Signals;

/// <summary>All marks. A group's three byte sets should meet rarely in ordinary text: each meeting costs a comparison.</summary>
internal static class SignalMarks
{
    /// <summary>The group of mojibake, which has sets of bytes instead of literals.</summary>
    public const int MojibakeGroup = 4;

    public static IReadOnlyList<SignalMark> All { get; } = [.. Secrets(), .. Identities(), .. Placeholders(), .. Escapes(), .. ChatTemplates()];

    private static IEnumerable<SignalMark> Secrets()
    {
        foreach (var (group, literal, anchor) in new (int, string, int)[]
        {
            (0, "AKIA", 0), (0, "ASIA", 0), (0, "AIza", 0), (0, "GOCSPX-", 3), (0, "JQQJ99", 1), (0, "AccountKey=", 6),
            (0, "SharedAccessKey=", 11), (0, "SecretAccessKey", 11), (0, "secretAccessKey", 11), (0, "SG.", 0),
            (1, "ghp_", 1), (1, "gho_", 1), (1, "ghu_", 1), (1, "ghs_", 1), (1, "ghr_", 1), (1, "npm_", 1), (1, "hf_", 0), (1, "gsk_", 1),
            (1, "aws_secret", 1), (1, "AWS_SECRET", 1), (1, "whsec_", 3), (1, "shpat_", 3), (1, "dckr_pat_", 2), (1, "github_pat_", 8),
            (1, "sk_live_", 5), (1, "rk_live_", 5), (1, "dop_v1_", 1),
            (1, "assword=", 5), (1, "ASSWORD=", 5), (1, "Pwd=", 1), (1, "pwd=", 1), (1, "PWD=", 1),
            (1, "AZURE_OPENAI_API_KEY=", 16), (1, "AZURE_OPENAI_KEY=", 12), (7, "Ocp-Apim-Subscription-Key: ", 8), (7, "&sig=", 0),
            (2, "eyJ", 0), (2, "oy2", 0),
            (3, "sk-", 0), (7, "-----BEGIN ", 4), (3, "pypi-AgE", 2), (3, "xapp-", 2), (3, "glpat-", 3),
            (3, "xoxb-", 2), (3, "xoxp-", 2), (3, "xoxa-", 2), (3, "xoxr-", 2), (3, "xoxs-", 2), (3, "xoxe-", 2), (7, "://", 0),
        })
        {
            yield return SignalMark.Of(SignalKind.Secret, group, literal, anchor);
        }
        // A client secret of Entra ID has its mark in the middle, after a digit.
        foreach (var digit in "0123456789")
        {
            yield return SignalMark.Of(SignalKind.Secret, 0, $"{digit}Q~");
        }
    }

    private static IEnumerable<SignalMark> Identities()
    {
        foreach (var (group, name, anchor) in new[]
        {
            (0, "ChatGPT", 4), (0, "GPT-", 0), (0, "OpenAI", 3), (0, "DeepSeek", 3), (6, "Anthropic", 0), (6, "Claude", 0), (6, "Gemini", 0), (6, "Bard", 0),
            (6, "Copilot", 0), (6, "Qwen", 0), (6, "Mistral", 0), (6, "Llama", 0), (6, "LLaMA", 0), (6, "Grok", 0), (6, "Google", 0),
            (6, "Microsoft", 0), (6, "Meta", 0), (6, "Alibaba", 0),
        })
        {
            yield return SignalMark.Of(SignalKind.Identity, group, name, anchor);
        }
    }

    private static IEnumerable<SignalMark> Placeholders()
    {
        foreach (var literal in new[] { "[Your", "[your", "[YOUR", "[Insert", "[insert", "[INSERT", "[Name", "[Company", "[Customer", "[Date" })
        {
            yield return SignalMark.Of(SignalKind.Placeholder, 7, literal);
        }
        foreach (var literal in new[] { "orem ipsum", "orem Ipsum", "OREM IPSUM" })
        {
            yield return SignalMark.Of(SignalKind.Placeholder, 2, literal, 4);
        }
    }

    private static IEnumerable<SignalMark> Escapes()
    {
        yield return SignalMark.Of(SignalKind.EscapedTwice, 5, @"\\n");
        yield return SignalMark.Of(SignalKind.EscapedTwice, 5, @"\\\""");
        foreach (var literal in new[] { @"\u00c3\u", @"\u00C3\u", @"\u00c2\u", @"\u00C2\u", @"\u00e2\u20", @"\u00E2\u20", @"\u00e2\u00", @"\u00E2\u00", @"\u00f0\u0", @"\u00F0\u0", @"\u00d0\u", @"\u00D0\u", @"\u00d1\u", @"\u00D1\u" })
        {
            yield return SignalMark.Of(SignalKind.Mojibake, 5, literal, anchor: 4);
        }
        yield return SignalMark.Of(SignalKind.Lost, 7, "\uFFFD");
        // What is left of a no-break space where the space itself became an ordinary one.
        yield return SignalMark.Of(SignalKind.Mojibake, 5, "\u00C2 ");
        yield return SignalMark.Of(SignalKind.Mojibake, 5, @"\u00c2 ", anchor: 4);
        yield return SignalMark.Of(SignalKind.Mojibake, 5, @"\u00C2 ", anchor: 4);
    }

    private static IEnumerable<SignalMark> ChatTemplates()
    {
        foreach (var literal in new[]
        {
            "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>", "<|begin_of_text|>",
            "<|user|>", "<|assistant|>", "<|system|>",
        })
        {
            yield return SignalMark.Of(SignalKind.ChatTemplate, 6, literal);
        }
        foreach (var (literal, anchor) in new[] { ("[INST]", 3), ("[/INST]", 4), ("<<SYS>>", 3), ("<</SYS>>", 4), ("<start_of_turn>", 12), ("<end_of_turn>", 10) })
        {
            yield return SignalMark.Of(SignalKind.ChatTemplate, 1, literal, anchor);
        }
    }
}
