namespace FineTune.Core.Scoring;

/// <summary>GLEU: of all runs of 1 to 4 words the share that both texts have, by the text with more of them.</summary>
internal static class Gleu
{
    private const int LongestRun = 4;

    public static double Of(string candidate, string reference)
    {
        var (first, second) = WordList.Of(candidate, reference);
        var lengths = Enumerable.Range(1, LongestRun).ToArray();
        var most = Math.Max(lengths.Sum(length => NGrams.Count(first, length)), lengths.Sum(length => NGrams.Count(second, length)));
        return most == 0 ? 1 : (double)lengths.Sum(length => NGrams.Common(first, second, length)) / most;
    }
}
