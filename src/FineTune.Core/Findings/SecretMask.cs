using System.Text.RegularExpressions;

namespace FineTune.Core.Findings;

/// <summary>Replaces what looks like a key or token by its kind, so that no output can carry it.</summary>
internal static partial class SecretMask
{
    /// <summary>The text with every secret in it replaced by <c>***</c>.</summary>
    public static string Apply(string text) => text.Length < 12 ? text : Pattern().Replace(text, "***");

    /// <summary>Where the secrets of a text are: from the first character to after the last.</summary>
    public static IEnumerable<(int From, int To)> Find(string text) =>
        Pattern().Matches(text).Select(match => (match.Index, match.Index + match.Length));

    // Wider than FT5001 on purpose: hiding a harmless value in a message costs nothing.
    [GeneratedRegex(
        """
        sk-[A-Za-z0-9_-]{16,}
        |AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}
        |gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}
        |xox[abeprs]-[A-Za-z0-9-]{10,}|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{30,}|oy2[a-z0-9]{43}
        |AIza[A-Za-z0-9_-]{30,}|[rs]k_(?:live|test)_[A-Za-z0-9]{16,}
        |eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*
        |-----BEGIN[ A-Z]*PRIVATE\ KEY-----
        |(?:AccountKey|SharedAccessKey|Password|Pwd)\s*=\s*[^;\s"']{8,}
        |[Bb]earer\s+[A-Za-z0-9._~+/-]{16,}=*
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
