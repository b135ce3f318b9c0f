namespace FineTune.Core.Scoring;

/// <summary>ROUGE as F1: runs of words, or the longest sequence of words, that both texts have.</summary>
internal static class Rouge
{
    /// <summary>By runs of 1 to 5 words.</summary>
    public static double Of(string candidate, string reference, int length)
    {
        var (first, second) = WordList.Of(candidate, reference);
        return Share(NGrams.Common(first, second, length), NGrams.Count(first, length) + NGrams.Count(second, length), first, second);
    }

    /// <summary>By the longest common sequence of words, gaps allowed.</summary>
    public static double OfLongest(string candidate, string reference)
    {
        var (first, second) = WordList.Of(candidate, reference);
        return Share(CommonSubsequence.Length(first, second), first.Length + second.Length, first, second);
    }

    private static double Share(int common, int both, int[] first, int[] second) =>
        both > 0 ? 2.0 * common / both : first.Length + second.Length == 0 ? 1 : 0;
}
