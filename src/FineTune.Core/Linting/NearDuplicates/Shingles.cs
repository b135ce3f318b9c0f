using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>The set of runs of three words in what users and answers of an example say. One object is used for example after example.</summary>
internal sealed class Shingles
{
    private readonly HashSet<ulong> hashes = [];

    private readonly Scratch scratch = new();

    /// <summary>Hashes of the shingles; in no order.</summary>
    public HashSet<ulong> Hashes => hashes;

    /// <summary>Reads an example; false where it has too little text to judge.</summary>
    public bool Read(Example example)
    {
        hashes.Clear();
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            AddText(example, example.Find(0, "prompt"u8));
            AddText(example, example.Find(0, "completion"u8));
        }
        foreach (ref readonly var message in example.Messages)
        {
            // The same system prompt in every line makes no two examples alike.
            if (!message.IsInstruction)
            {
                foreach (var text in new MessageTexts(example, message))
                {
                    AddText(example, text);
                }
            }
        }
        return hashes.Count >= NearDuplicateSettings.FewestShingles;
    }

    /// <summary>The share of all shingles that both have.</summary>
    public double Jaccard(Shingles other)
    {
        var common = 0;
        foreach (var hash in hashes)
        {
            common += other.hashes.Contains(hash) ? 1 : 0;
        }
        return (double)common / (hashes.Count + other.hashes.Count - common);
    }

    private void AddText(Example example, int node)
    {
        if (node < 0 || !example.Node(node).IsText)
        {
            return;
        }
        var text = example.Text(node, scratch);
        var (first, second) = (0UL, 0UL);
        for (var i = 0; i < text.Length;)
        {
            var length = WordLength(text[i..]);
            if (length == 0)
            {
                i++;
                continue;
            }
            var word = HashOf(text.Slice(i, length));
            if (first != 0)
            {
                hashes.Add(ContentHash.Combine(ContentHash.Combine(first, second), word));
            }
            (first, second) = (second, word);
            i += length;
        }
    }

    /// <summary>Bytes of the word at the start; 0 where there is none. Letters of scripts without spaces are words by themselves.</summary>
    private static int WordLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && (text[length] >= 0x80 || char.IsAsciiLetterOrDigit((char)text[length])))
        {
            if (text[length] is >= 0xE3 and <= 0xED)
            {
                return length == 0 ? Math.Min(3, text.Length) : length;
            }
            length++;
        }
        return length;
    }

    /// <summary>Hash of a word in lower case.</summary>
    private static ulong HashOf(ReadOnlySpan<byte> word)
    {
        Span<byte> lower = stackalloc byte[64];
        if (word.Length > lower.Length)
        {
            return ContentHash.OfBytes(word) | 1;
        }
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = word[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(word[i] | 0x20) : word[i];
        }
        return ContentHash.OfBytes(lower[..word.Length]) | 1;
    }
}
