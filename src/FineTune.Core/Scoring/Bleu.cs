namespace FineTune.Core.Scoring;

/// <summary>BLEU of one sentence: the geometric mean of the shares of runs of 1 to 4 words that the reference has too, less for one that is too short. Not smoothed.</summary>
internal static class Bleu
{
    private const int LongestRun = 4;

    public static double Of(string candidate, string reference)
    {
        var (first, second) = WordList.Of(candidate, reference);
        // A text of three words has no run of four: it is measured by those that it has.
        var longest = Math.Min(LongestRun, Math.Min(first.Length, second.Length));
        if (longest == 0)
        {
            return first.Length == second.Length ? 1 : 0;
        }
        var logarithms = Enumerable.Range(1, longest).Sum(length => Math.Log((double)NGrams.Common(first, second, length) / NGrams.Count(first, length)));
        return Math.Exp(Math.Min(0, 1 - (double)second.Length / first.Length) + logarithms / longest);
    }
}
