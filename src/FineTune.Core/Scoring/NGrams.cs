namespace FineTune.Core.Scoring;

/// <summary>Runs of words, counted.</summary>
internal static class NGrams
{
    /// <summary>How many runs of a length two texts have in common, each as often as both have it.</summary>
    public static int Common(int[] first, int[] second, int length)
    {
        var counts = new Dictionary<Run, int>();
        foreach (var run in Of(first, length))
        {
            counts[run] = counts.GetValueOrDefault(run) + 1;
        }
        var common = 0;
        foreach (var run in Of(second, length))
        {
            if (counts.TryGetValue(run, out var left) && left > 0)
            {
                counts[run] = left - 1;
                common++;
            }
        }
        return common;
    }

    /// <summary>How many runs of a length there are.</summary>
    public static int Count(int[] words, int length) => Math.Max(0, words.Length - length + 1);

    private static IEnumerable<Run> Of(int[] words, int length)
    {
        for (var start = 0; start < Count(words, length); start++)
        {
            yield return new Run(words[start], At(words, start, 1, length), At(words, start, 2, length), At(words, start, 3, length), At(words, start, 4, length));
        }
    }

    private static int At(int[] words, int start, int offset, int length) => offset < length ? words[start + offset] : -1;

    private readonly record struct Run(int First, int Second, int Third, int Fourth, int Fifth);
}
