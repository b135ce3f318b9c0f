using System.Runtime.InteropServices;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Labels;

/// <summary>The words and pairs of words of a text as numbers; one object is used for text after text.</summary>
internal sealed class WordFeatures
{
    /// <summary>How many numbers there are: hashes of so many bits.</summary>
    public const int Count = 1 << Bits;

    private const int Bits = 15;

    /// <summary>Further words of a text are not read.</summary>
    private const int MostWords = 400;

    /// <summary>A part of the rule: other numbers would meet elsewhere.</summary>
    private const ulong Seed = 20261130;

    private readonly HashSet<ushort> features = [];

    private ulong previous;

    private int words;

    /// <summary>Adds the words of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        Span<char> word = stackalloc char[32];
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                if (length < word.Length)
                {
                    word[length++] = char.ToLowerInvariant(letter);
                }
            }
            else if (length > 0)
            {
                AddWord(word[..length]);
                length = 0;
            }
        }
        if (length > 0)
        {
            AddWord(word[..length]);
        }
    }

    /// <summary>What was added, in order, and begins anew.</summary>
    public ushort[] Take()
    {
        var taken = features.Order().ToArray();
        features.Clear();
        (previous, words) = (0, 0);
        return taken;
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        if (words++ >= MostWords)
        {
            return;
        }
        var hash = ContentHash.Combine(ContentHash.OfBytes(MemoryMarshal.AsBytes(word)), Seed);
        features.Add((ushort)(hash >> (64 - Bits)));
        if (previous != 0)
        {
            features.Add((ushort)(ContentHash.Combine(previous, hash) >> (64 - Bits)));
        }
        previous = hash;
    }
}
