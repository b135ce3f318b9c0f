namespace FineTune.Core.Scoring;

/// <summary>How alike two texts are by characters: 1 less the share that must be inserted and deleted. It is the ratio of RapidFuzz, whose name the API uses.</summary>
internal static class FuzzyMatch
{
    public static double Of(string candidate, string reference)
    {
        int[] first = [.. candidate.EnumerateRunes().Select(rune => rune.Value)];
        int[] second = [.. reference.EnumerateRunes().Select(rune => rune.Value)];
        return first.Length + second.Length == 0 ? 1 : 2.0 * CommonSubsequence.Length(first, second) / (first.Length + second.Length);
    }
}
