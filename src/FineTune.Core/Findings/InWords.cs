namespace FineTune.Core.Findings;

/// <summary>Lists for messages.</summary>
internal static class InWords
{
    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> words) => Join(words, "or");

    /// <summary><c>a, b and c</c>.</summary>
    public static string And(IReadOnlyList<string> words) => Join(words, "and");

    /// <summary>The end of a list that is not told whole: <c> and 3 more</c>; empty where nothing is left.</summary>
    public static string More(long left) => left > 0 ? $" and {left:N0} more" : "";

    private static string Join(IReadOnlyList<string> words, string last) => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}",
    };
}
