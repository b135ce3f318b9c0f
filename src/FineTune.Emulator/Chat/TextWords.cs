using System.Text;

namespace FineTune.Emulator.Chat;

/// <summary>The words of a text, for comparing texts: as a sorted set of hashes.</summary>
internal static class TextWords
{
    /// <summary>The words without case; the same each time and in each process.</summary>
    public static uint[] Of(string text)
    {
        var words = new List<uint>();
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
        words.Sort();
        return Distinct(words);
    }

    /// <summary>About how many tokens a text has: its words, since the emulator bills nobody.</summary>
    public static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static uint[] Distinct(List<uint> sorted)
    {
        var kept = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }
        return [.. sorted.Take(kept)];
    }
}
