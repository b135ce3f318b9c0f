using System.Buffers;

namespace FineTune.Emulator.Chat;

/// <summary>Finds answers by the words that were asked before them. It keeps numbers, not texts, and its size is bounded.</summary>
internal sealed class AnswerIndex
{
    // About 60 MB each: what comes after them in a very large file is found by all of its words, or not at all.
    private const int MostExact = 1_000_000;
    private const int MostWords = 8_000_000;
    private const int MostSimilar = 200_000;

    private readonly Dictionary<ulong, AnswerPlace> exact = [];
    private readonly List<Similar> similar = [];
    private List<ulong>? gathered = [];
    private ulong[] words = [];

    public bool IsFull => exact.Count >= MostExact;

    /// <summary>Adds the next answer in the file.</summary>
    /// <param name="asked">The words of the users before it, a sorted set.</param>
    /// <param name="afterTool">Whether a tool spoke last before it.</param>
    /// <param name="place">Where it stands.</param>
    public void Add(uint[] asked, bool afterTool, AnswerPlace place)
    {
        exact.TryAdd(KeyOf(asked, afterTool), place);
        if (similar.Count < MostSimilar && gathered!.Count + asked.Length <= MostWords)
        {
            gathered.AddRange(asked.Select(word => ((ulong)word << 32) | (uint)similar.Count));
            similar.Add(new Similar(place, asked.Length, afterTool));
        }
    }

    /// <summary>Ends the adding.</summary>
    public void Close()
    {
        words = [.. gathered!];
        gathered = null;
        Array.Sort(words);
    }

    /// <summary>The answer to a question with the most words in common; one to the same kind of turn comes first, then the first in the file. Null for none.</summary>
    public AnswerPlace? Nearest(uint[] asked, bool afterTool)
    {
        if (exact.TryGetValue(KeyOf(asked, afterTool), out var place))
        {
            return place;
        }
        var common = ArrayPool<int>.Shared.Rent(similar.Count);
        Array.Clear(common, 0, similar.Count);
        CountCommon(asked, common);
        var best = -1;
        for (var i = 0; i < similar.Count; i++)
        {
            if (best < 0 || IsBetter(i, best))
            {
                best = i;
            }
        }
        ArrayPool<int>.Shared.Return(common);
        return best < 0 ? null : similar[best].Place;

        bool IsBetter(int one, int other) => similar[one].AfterTool == similar[other].AfterTool
            ? Likeness(one) > Likeness(other)
            : similar[one].AfterTool == afterTool;

        // Jaccard: words in both over words in either.
        double Likeness(int number) => asked.Length + similar[number].Words == 0 ? 1 : (double)common[number] / (asked.Length + similar[number].Words - common[number]);
    }

    private void CountCommon(uint[] asked, int[] common)
    {
        foreach (var word in asked)
        {
            var at = Array.BinarySearch(words, (ulong)word << 32);
            for (at = at < 0 ? ~at : at; at < words.Length && words[at] >> 32 == word; at++)
            {
                common[(int)(words[at] & uint.MaxValue)]++;
            }
        }
    }

    private static ulong KeyOf(uint[] asked, bool afterTool)
    {
        var key = afterTool ? 0x9E3779B97F4A7C15UL : 0xCBF29CE484222325UL;
        foreach (var word in asked)
        {
            key = (key ^ word) * 0xFF51AFD7ED558CCDUL;
            key ^= key >> 32;
        }
        return key;
    }

    private readonly record struct Similar(AnswerPlace Place, int Words, bool AfterTool);
}
