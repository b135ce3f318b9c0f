using System.Buffers;

namespace FineTune.Emulator.Chat;

/// <summary>Finds answers by the words that were asked before them. It keeps numbers, not texts, and its size is bounded.</summary>
internal sealed class AnswerIndex
{
    // 100 MB and 64 MB at most. What comes after them in a very large file is found by all of its words, or not at all.
    private const int MostAnswers = 4_000_000;
    private const int MostWords = 8_000_000;
    private const int MostSimilar = 200_000;

    private readonly List<AnswerPlace> gatheredPlaces = [];
    private readonly List<ulong> gatheredKeys = [];
    private readonly List<ulong> gatheredWords = [];
    private readonly List<Similar> similar = [];

    private AnswerPlace[] places = [];
    private ulong[] keys = [];
    private ulong[] words = [];

    public bool IsFull => gatheredKeys.Count >= MostAnswers;

    /// <summary>Adds the next answer in the file.</summary>
    /// <param name="asked">The words of the users before it, a sorted set.</param>
    /// <param name="afterTool">Whether a tool spoke last before it.</param>
    /// <param name="place">Where it stands.</param>
    public void Add(uint[] asked, bool afterTool, AnswerPlace place)
    {
        gatheredKeys.Add(KeyOf(asked, afterTool));
        gatheredPlaces.Add(place);
        if (similar.Count < MostSimilar && gatheredWords.Count + asked.Length <= MostWords)
        {
            gatheredWords.AddRange(asked.Select(word => ((ulong)word << 32) | (uint)similar.Count));
            similar.Add(new Similar(place, asked.Length, afterTool));
        }
    }

    /// <summary>Ends the adding.</summary>
    public void Close()
    {
        (keys, places, words) = ([.. gatheredKeys], [.. gatheredPlaces], [.. gatheredWords]);
        Array.Sort(keys, places);
        KeepFirst();
        Array.Sort(words);
        Release(gatheredKeys);
        Release(gatheredPlaces);
        Release(gatheredWords);
    }

    /// <summary>The answer to a question with the most words in common; one to the same kind of turn comes first, then the first in the file. Null for none.</summary>
    public AnswerPlace? Nearest(uint[] asked, bool afterTool)
    {
        if (Exact(KeyOf(asked, afterTool)) is { } place)
        {
            return place;
        }
        var common = ArrayPool<int>.Shared.Rent(similar.Count);
        Array.Clear(common, 0, similar.Count);
        CountCommon(asked, common);
        var best = MostAlike(asked.Length, common, afterTool);
        best = best < 0 ? MostAlike(asked.Length, common, !afterTool) : best;
        ArrayPool<int>.Shared.Return(common);
        return best < 0 ? null : similar[best].Place;
    }

    private AnswerPlace? Exact(ulong key) => Array.BinarySearch(keys, key) is >= 0 and var at ? places[at] : null;

    // Of answers to the same words the first in the file stays.
    private void KeepFirst()
    {
        var kept = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (kept == 0 || keys[kept - 1] != keys[i])
            {
                (keys[kept], places[kept]) = (keys[i], places[i]);
                kept++;
            }
            else if (places[i].IsBefore(places[kept - 1]))
            {
                places[kept - 1] = places[i];
            }
        }
        Array.Resize(ref keys, kept);
        Array.Resize(ref places, kept);
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

    // Jaccard: words in both over words in either, compared without dividing. -1 where there is no answer of the kind.
    private int MostAlike(int asked, int[] common, bool afterTool)
    {
        var best = -1;
        long bestCommon = 0;
        long bestEither = 1;
        for (var i = 0; i < similar.Count; i++)
        {
            var (_, count, isAfterTool) = similar[i];
            if (isAfterTool != afterTool)
            {
                continue;
            }
            long either = asked + count - common[i];
            if (best < 0 || common[i] * bestEither > bestCommon * either)
            {
                (best, bestCommon, bestEither) = (i, common[i], either);
            }
        }
        return best;
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

    private static void Release<T>(List<T> gathered)
    {
        gathered.Clear();
        gathered.Capacity = 0;
    }

    private readonly record struct Similar(AnswerPlace Place, int Words, bool AfterTool);
}
