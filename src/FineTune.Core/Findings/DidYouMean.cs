namespace FineTune.Core.Findings;

/// <summary>Finds what was probably meant by a misspelt word.</summary>
internal static class DidYouMean
{
    private const int LongestWord = 64;

    /// <summary>How many candidates are compared: a word is compared with a list that a file makes, not with a dictionary.</summary>
    private const int MostCandidates = 100;

    /// <summary>The closest candidate, as a phrase to end a message with: <c> (did you mean "suffix"?)</c>; empty where none is close.</summary>
    public static string Of(string word, IEnumerable<string> candidates) =>
        Closest(word, candidates) is { } candidate ? $" (did you mean {SafeText.Quote(candidate)}?)" : "";

    /// <summary>The closest candidate; null where none is within a third of the word's length. The first of equally close ones wins.</summary>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }
        var lower = word.ToLowerInvariant();
        string? best = null;
        var bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            if (candidate.Length <= LongestWord && Math.Abs(candidate.Length - word.Length) < bestDistance && Distance(lower, candidate.ToLowerInvariant()) is var distance && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }
        return best;
    }

    // Optimal string alignment: insert, delete, replace, or swap two neighbours.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }
        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }
        return rows[a.Length, b.Length];
    }
}
