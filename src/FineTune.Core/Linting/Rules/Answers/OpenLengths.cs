using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>The lengths of answers that stop in the middle of a sentence, beside those that do not.</summary>
internal sealed class OpenLengths
{
    private const int Longest = 16 * 1024;

    /// <summary>How far below the heap there must be hardly any, as dropoutt has it.</summary>
    private const int Below = 250;

    private const int TimesBelow = 3;

    private int[]? open;

    private (ExamplePlace Place, ulong Answer)[]? firsts;

    private readonly int[] closed = new int[Longest + 1];

    private readonly int[] finished = new int[Longest + 1];

    public long Count { get; private set; }

    /// <summary>Adds an answer that stops in the middle; one that is the same, word for word, as the first of its length is no sign of a cap.</summary>
    public void Add(int length, ExamplePlace place, ulong answer)
    {
        (open, firsts) = (open ?? new int[Longest + 1], firsts ?? new (ExamplePlace, ulong)[Longest + 1]);
        var at = Math.Min(length, Longest);
        if (open[at] == 0)
        {
            firsts[at] = (place, answer);
        }
        else if (firsts[at].Answer == answer)
        {
            return;
        }
        open[at]++;
        Count++;
    }

    /// <summary>Adds an answer that does not stop in the middle.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="isFinished">Whether it ends as a sentence does; a label or a title does not.</param>
    public void AddClosed(int length, bool isFinished)
    {
        closed[Math.Min(length, Longest)]++;
        finished[Math.Min(length, Longest)] += isFinished ? 1 : 0;
    }

    /// <summary>The heap of a cap on the characters, or else of one on the tokens; null for none.</summary>
    public LengthHeap? Heap(long least) => open is null ? null : ExactHeap(least) ?? WideHeap(least);

    /// <summary>A cap on characters: one length has a heap, and no length just below it has a third of that.</summary>
    private LengthHeap? ExactHeap(long least)
    {
        var top = Array.IndexOf(open!, open!.Max());
        var nearby = open.AsSpan(Math.Max(top - Below, 0), Math.Min(top, Below));
        return open![top] >= least && (nearby.Length == 0 || Largest(nearby) * TimesBelow <= open[top]) ? Heap(top, top) : null;
    }

    /// <summary>A cap on tokens: those that stop in the middle are the longest of all, within a third of each other, and the shorter ones end well.</summary>
    private LengthHeap? WideHeap(long least)
    {
        var to = Longest;
        while (open![to] == 0)
        {
            to--;
        }
        var from = to * 2 / 3;
        var (inside, insideClosed) = (Sum(open, from, to), Sum(closed, from, to));
        var (belowOpen, belowClosed) = (Sum(open, 0, from - 1), Sum(closed, 0, from - 1));
        var above = Sum(closed, to + 1, Longest);
        // Where nobody writes full stops, an answer without one was not cut.
        var belowFinished = Sum(finished, 0, from - 1);
        if (belowFinished < least || belowFinished * 5 < belowClosed * 4)
        {
            return null;
        }
        return inside >= least && insideClosed * 4 <= inside && belowOpen * 5 <= belowClosed && above * 100 <= inside + belowClosed ? Heap(from, to) : null;
    }

    private LengthHeap Heap(int from, int to)
    {
        var lengths = Enumerable.Range(from, to - from + 1).Where(length => open![length] > 0).ToList();
        var first = lengths.Select(length => firsts![length].Place).MinBy(place => (place.File, place.Offset));
        return new LengthHeap(lengths[0], lengths[^1], lengths.Sum(length => (long)open![length]), first);
    }

    private static int Largest(ReadOnlySpan<int> counts)
    {
        var largest = 0;
        foreach (var count in counts)
        {
            largest = Math.Max(largest, count);
        }
        return largest;
    }

    private static long Sum(int[] counts, int from, int to)
    {
        var sum = 0L;
        for (var i = from; i <= to; i++)
        {
            sum += counts[i];
        }
        return sum;
    }
}
