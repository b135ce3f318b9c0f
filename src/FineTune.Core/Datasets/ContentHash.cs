using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>A 64-bit hash of what a JSON value means: white space, escapes and the order of properties do not count. For this process only.</summary>
internal static class ContentHash
{
    /// <summary>Where the hash of a list begins.</summary>
    public const ulong ListSeed = 0xEB44ACCAB455D165;

    private const ulong Seed = 0x9E3779B97F4A7C15;

    public static ulong Of(Example example, int node, Scratch scratch)
    {
        ref readonly var value = ref example.Node(node);
        return value.Kind switch
        {
            JsonKind.Object => OfObject(example, node, scratch),
            JsonKind.Array => OfArray(example, node, scratch),
            JsonKind.String => OfText(example, node, scratch),
            JsonKind.Number => OfBytes(example.Raw(node)) ^ Seed,
            var literal => Combine(Seed, (ulong)literal),
        };
    }

    /// <summary>Adds a hash to a running one; the order counts.</summary>
    public static ulong Combine(ulong hash, ulong next) => Fold(hash ^ 0xA0761D6478BD642F, next ^ 0xE7037ED1A0B428DB);

    public static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = Seed ^ (ulong)bytes.Length;
        if (bytes.Length < 16)
        {
            Span<byte> tail = stackalloc byte[16];
            tail.Clear();
            bytes.CopyTo(tail);
            return Fold(Read(tail, 0) ^ 0x589965CC75374CC3, Read(tail, 8) ^ hash);
        }
        var at = 0;
        if (bytes.Length > 128)
        {
            // Four multiplications that do not wait for each other.
            var (one, two, three, four) = (hash, hash ^ ListSeed, ~hash, hash + Seed);
            for (; at + 64 < bytes.Length; at += 64)
            {
                one = Fold(Read(bytes, at) ^ 0x8EBC6AF09C88C6E3, Read(bytes, at + 8) ^ one);
                two = Fold(Read(bytes, at + 16) ^ 0x1D8E4E27C47D124F, Read(bytes, at + 24) ^ two);
                three = Fold(Read(bytes, at + 32) ^ 0xA0761D6478BD642F, Read(bytes, at + 40) ^ three);
                four = Fold(Read(bytes, at + 48) ^ 0xE7037ED1A0B428DB, Read(bytes, at + 56) ^ four);
            }
            hash = Combine(Combine(one, two), Combine(three, four));
        }
        for (; at + 16 < bytes.Length; at += 16)
        {
            hash = Fold(Read(bytes, at) ^ 0x8EBC6AF09C88C6E3, Read(bytes, at + 8) ^ hash);
        }
        return Fold(Read(bytes, bytes.Length - 16) ^ 0x589965CC75374CC3, Read(bytes, bytes.Length - 8) ^ hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ReadOnlySpan<byte> bytes, int at) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at));

    /// <summary>
    /// Short escapes are the same at every writer and need no resolving; only what may also be written otherwise is brought to one form.
    /// </summary>
    private static ulong OfText(Example example, int node, Scratch scratch) =>
        OfBytes((example.Node(node).Traits & StringTraits.LongEscaped) == 0 ? example.RawText(node) : scratch.Canonicalise(example.RawText(node)));

    private static ulong OfObject(Example example, int node, Scratch scratch)
    {
        var sum = 0x1D8E4E27C47D124FUL;
        foreach (var property in example.Tape.Properties(node))
        {
            sum += Combine(OfText(example, property.Name, scratch), OfValue(example, property.Value, scratch));
        }
        return sum;
    }

    private static ulong OfValue(Example example, int node, Scratch scratch) =>
        node == example.MessagesNode && node >= 0 && example.ConversationHash is { } known ? known
        : node == example.Tools && node >= 0 ? OfTools(example, scratch)
        : Of(example, node, scratch);

    /// <summary>The hash of the declared tools, which are the same on most lines; 0 for none.</summary>
    public static ulong OfTools(Example example, Scratch scratch)
    {
        if (example.Tools < 0)
        {
            return 0;
        }
        var raw = example.Raw(example.Tools);
        if (!scratch.TryRecall(raw, out var hash))
        {
            hash = Of(example, example.Tools, scratch);
            scratch.Remember(raw, hash);
        }
        return hash;
    }

    private static ulong OfArray(Example example, int node, Scratch scratch)
    {
        var hash = ListSeed;
        foreach (var item in example.Tape.Items(node))
        {
            hash = Combine(hash, Of(example, item, scratch));
        }
        return hash;
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
