using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>What differs between two prompts that are nearly the same.</summary>
internal static class PromptChange
{
    private const double LeastAlike = 0.9;

    private const int LongestShown = 30;

    /// <summary>The difference in words; null where the prompts are the same or really different, or differ in a number, a date, a name that is filled in.</summary>
    /// <param name="usual">The prompt that most examples have.</param>
    /// <param name="other">The other one.</param>
    public static string? Between(string usual, string other)
    {
        if (usual == other || usual.Length + other.Length > 64_000)
        {
            return null;
        }
        if (Letters(usual) == Letters(other))
        {
            return Shown(usual, other);
        }
        var (left, right) = (Words(usual), Words(other));
        var common = Common(left, right);
        return common >= LeastAlike * Math.Max(left.Length, right.Length) && !IsFilledIn(usual, other) ? Shown(usual, other) : null;
    }

    /// <summary>The place in the usual prompt where words are replaced by others; -1 where the other one adds, lacks, or differs in marks alone.</summary>
    public static int SlotOf(string usual, string other)
    {
        var (left, right) = Parts(usual, other);
        return left.Trim().Length > 0 && right.Trim().Length > 0 && Letters(usual) != Letters(other) ? StartOf(usual, other) : -1;
    }

    /// <summary>Nothing but marks, spaces and capitals differs where these are the same.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string[] Words(string text) => text.Split(null as char[], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many words both have, whatever their order.</summary>
    private static int Common(string[] left, string[] right)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in left)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        var common = 0;
        foreach (var word in right)
        {
            if (counts.GetValueOrDefault(word) > 0)
            {
                counts[word]--;
                common++;
            }
        }
        return common;
    }

    /// <summary>Whether what differs has digits, or is one word that starts with a capital in both: values of a template.</summary>
    private static bool IsFilledIn(string usual, string other)
    {
        var (left, right) = Parts(usual, other);
        return left.Any(char.IsAsciiDigit) || right.Any(char.IsAsciiDigit)
            || (left.Length > 0 && right.Length > 0 && char.IsUpper(left[0]) && char.IsUpper(right[0]) && Words(left).Length <= 3 && Words(right).Length <= 3);
    }

    private static string Shown(string usual, string other)
    {
        var (left, right) = Parts(usual, other);
        return (left.Trim().Length, right.Trim().Length) switch
        {
            (0, 0) => "only in white space",
            (0, _) => $"it adds {Cut(right)}",
            (_, 0) => $"it lacks {Cut(left)}",
            _ => $"{Cut(right)} instead of {Cut(left)}",
        };
    }

    /// <summary>What is left of both when the words at the start and at the end that they share are taken away.</summary>
    private static (string Left, string Right) Parts(string usual, string other)
    {
        var (shorter, start) = (Math.Min(usual.Length, other.Length), StartOf(usual, other));
        var end = 0;
        while (end < shorter - start && usual[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }
        while (end > 0 && !char.IsWhiteSpace(usual[^end]))
        {
            end--;
        }
        return (usual[start..^end], other[start..^end]);
    }

    /// <summary>Where the first word starts that differs.</summary>
    private static int StartOf(string usual, string other)
    {
        var (shorter, start) = (Math.Min(usual.Length, other.Length), 0);
        while (start < shorter && usual[start] == other[start])
        {
            start++;
        }
        while (start > 0 && !char.IsWhiteSpace(usual[start - 1]))
        {
            start--;
        }
        return start;
    }

    private static string Cut(string part) => SafeText.Quote(part.Trim() is { Length: > LongestShown } text ? $"{text[..LongestShown].TrimEnd()}…" : part.Trim());
}
