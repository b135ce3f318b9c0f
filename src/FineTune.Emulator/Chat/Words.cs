using System.Text;

namespace FineTune.Emulator.Chat;

/// <summary>The words of a text, for comparing texts: as a sorted set of hashes.</summary>
internal static class Words
{
    /// <summary>The words without case; the same each time and in each process.</summary>
    public static uint[] Of(string text)
    {
        var words = new SortedSet<uint>();
        uint hash = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                // FNV-1a over the code points.
                hash = ((hash == 0 ? 2166136261 : hash) ^ (uint)Rune.ToLowerInvariant(rune).Value) * 16777619;
                continue;
            }
            if (hash != 0)
            {
                words.Add(hash);
            }
            hash = 0;
        }
        if (hash != 0)
        {
            words.Add(hash);
        }
        return [.. words];
    }

    /// <summary>Jaccard: words in both over words in either; 0 to 1.</summary>
    public static double Likeness(uint[] first, uint[] second)
    {
        var common = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            common += first[i] == second[j] ? 1 : 0;
            var step = first[i].CompareTo(second[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        var either = first.Length + second.Length - common;
        return either == 0 ? 1 : (double)common / either;
    }

    /// <summary>About how many tokens a text has: its words, since the emulator bills nobody.</summary>
    public static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
