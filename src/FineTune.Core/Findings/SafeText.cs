using System.Text;
using System.Text.RegularExpressions;

namespace FineTune.Core.Findings;

/// <summary>Makes text that came from a file, a server or a user harmless to print: in a terminal, a CI log, a report.</summary>
internal static partial class SafeText
{
    private const int LongestQuote = 60;

    /// <summary>A value for a message: cleaned, cut to 60 characters, in double quotes.</summary>
    public static string Quote(string value)
    {
        var shown = value.Length > LongestQuote ? string.Concat(value.AsSpan(0, CutBeforePair(value)), "…") : value;
        return $"\"{Clean(shown)}\"";
    }

    /// <summary>A whole message: secrets masked, control and direction characters shown as escapes, CI commands broken up.</summary>
    public static string Clean(string text)
    {
        var masked = SecretMask.Apply(text);
        var cleaned = NeedsEscapes(masked) ? Escape(masked) : masked;
        return BreakColons(cleaned)
            .Replace("##vso[", "##\u200Bvso[", StringComparison.OrdinalIgnoreCase)
            .Replace("##[", "##\u200B[", StringComparison.Ordinal);
    }

    // The ID of a model that was tuned without a suffix has two colons in it; whoever copies it shall get what stands there.
    private static string BreakColons(string text) => !text.Contains("::", StringComparison.Ordinal)
        ? text
        : ModelId().Replace(text.Replace("::", ":\u200B:", StringComparison.Ordinal), id => id.Value.Replace("\u200B", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\bft:[A-Za-z0-9._:\u200B-]+")]
    private static partial Regex ModelId();

    private static int CutBeforePair(string value) =>
        char.IsHighSurrogate(value[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;

    private static bool NeedsEscapes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnsafe(text, i))
            {
                return true;
            }
        }
        return false;
    }

    private static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsUnsafe(text, i))
            {
                builder.Append(text[i]);
                continue;
            }
            builder.Append(text[i] switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                var c => $"\\u{(int)c:x4}",
            });
        }
        return builder.ToString();
    }

    private static bool IsUnsafe(string text, int index)
    {
        var c = text[index];
        if (char.IsSurrogate(c))
        {
            var paired = char.IsHighSurrogate(c)
                ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
                : index > 0 && char.IsHighSurrogate(text[index - 1]);
            return !paired;
        }
        // C0, DEL, C1, line and paragraph separators, and the marks that change the direction of text (Trojan Source).
        return char.IsControl(c) || c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
    }
}
