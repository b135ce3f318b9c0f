using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
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
            var (head, tail) = bytes.Length >= 8 ? (Read(bytes, 0), Read(bytes, bytes.Length - 8))
                : bytes.Length >= 4 ? (ReadHalf(bytes, 0), ReadHalf(bytes, bytes.Length - 4))
                : bytes.Length > 0 ? (bytes[0], (ulong)bytes[bytes.Length / 2] << 8 | bytes[^1])
                : (0UL, 0UL);
            return Fold(head ^ 0x589965CC75374CC3, tail ^ hash);
        }
        if (bytes.Length >= LongHash.Shortest)
        {
            return Combine(LongHash.Of(bytes), hash);
        }
        var at = 0;
        for (; at + 16 < bytes.Length; at += 16)
        {
            hash = Fold(Read(bytes, at) ^ 0x8EBC6AF09C88C6E3, Read(bytes, at + 8) ^ hash);
        }
        return Fold(Read(bytes, bytes.Length - 16) ^ 0x589965CC75374CC3, Read(bytes, bytes.Length - 8) ^ hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ReadOnlySpan<byte> bytes, int at) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadHalf(ReadOnlySpan<byte> bytes, int at) =>
        Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at));

    /// <summary>
    /// Short escapes are the same at every writer and need no resolving; only what may also be written otherwise is brought to one form.
    /// </summary>
    private static ulong OfText(Example example, int node, Scratch scratch)
    {
        // An answer is a part of its message and what is right by itself: it is read once.
        if (example.LongText is { Hash: not 0 } known && known.Node == node)
        {
            return known.Hash;
        }
        var raw = example.RawText(node);
        var hash = OfBytes((example.Node(node).Traits & StringTraits.LongEscaped) == 0 ? raw : scratch.Canonicalise(raw));
        if (raw.Length >= LongHash.Shortest)
        {
            example.LongText = (node, hash);
        }
        return hash;
    }

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

    // Where a processor has no product of 128 bits that can be relied on, four of 64 do as well.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong left, ulong right)
    {
        if (Bmi2.X64.IsSupported || ArmBase.Arm64.IsSupported)
        {
            var high = Math.BigMul(left, right, out var low);
            return high ^ low;
        }
        var crossed = (left >> 32) * (uint)right;
        var other = (uint)left * (right >> 32);
        return BitOperations.RotateLeft(crossed, 32) ^ ((left >> 32) * (right >> 32)) ^ BitOperations.RotateLeft(other, 32) ^ ((ulong)(uint)left * (uint)right);
    }
}
