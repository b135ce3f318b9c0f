namespace FineTune.Core.Scoring;

/// <summary>METEOR with its first parameters (0.9, 3, 0.5), of equal words only: neither stems nor synonyms, which need a dictionary.</summary>
internal static class Meteor
{
    public static double Of(string candidate, string reference)
    {
        var (first, second) = WordList.Of(candidate, reference);
        var pairs = Align(first, second);
        if (pairs.Count == 0)
        {
            return first.Length + second.Length == 0 ? 1 : 0;
        }
        var precision = (double)pairs.Count / first.Length;
        var recall = (double)pairs.Count / second.Length;
        var mean = precision * recall / (0.9 * precision + 0.1 * recall);
        var chunks = 1 + Enumerable.Range(1, pairs.Count - 1).Count(i => pairs[i].First != pairs[i - 1].First + 1 || pairs[i].Second != pairs[i - 1].Second + 1);
        return mean * (1 - 0.5 * Math.Pow((double)chunks / pairs.Count, 3));
    }

    // Each word meets the last equal one that is free, from the end on.
    private static List<(int First, int Second)> Align(int[] first, int[] second)
    {
        var free = new Dictionary<int, Stack<int>>();
        for (var i = 0; i < second.Length; i++)
        {
            free.TryAdd(second[i], new Stack<int>());
            free[second[i]].Push(i);
        }
        var pairs = new List<(int First, int Second)>();
        for (var i = first.Length - 1; i >= 0; i--)
        {
            if (free.TryGetValue(first[i], out var places) && places.TryPop(out var place))
            {
                pairs.Add((i, place));
            }
        }
        pairs.Reverse();
        return pairs;
    }
}
