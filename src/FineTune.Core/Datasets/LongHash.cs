using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FineTune.Core.Datasets;

/// <summary>Hashes long texts, 64 bytes at a step in eight lanes, with products of 32 bits that every processor has side by side.</summary>
internal static class LongHash
{
    /// <summary>Bytes of the shortest text: one step.</summary>
    public const int Shortest = 64;

    private const int StepsBetweenScrambles = 16;

    private static readonly Vector128<ulong> Grain = Vector128.Create(0x9FB21C651E98DF25UL, 0xC2B2AE3D27D4EB4FUL);

    private static readonly Vector128<ulong> Prime = Vector128.Create(0x9E3779B1UL);

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var one = Vector128.Create(0x9E3779B185EBCA87UL, 0xC2B2AE3D27D4EB4FUL);
        var two = Vector128.Create(0x165667B19E3779F9UL, 0x85EBCA77C2B2AE63UL);
        var three = Vector128.Create(0x27D4EB2F165667C5UL, 0xB8FE6C3923A44BBEUL);
        var four = Vector128.Create(0x7C01812CF721AD1CUL, 0xDED46DE9839097DBUL);
        var key = Vector128.Create(0x7240A4A4B7B3671FUL, 0xCB79E64ECCC0E578UL);
        var (steps, last) = ((bytes.Length - 1) / Shortest, bytes.Length - Shortest);
        ref var start = ref MemoryMarshal.GetReference(bytes);
        for (var step = 0; step <= steps; step++)
        {
            // The last step ends with the text, and overlaps the one before it.
            ref var at = ref Unsafe.Add(ref start, step < steps ? step * Shortest : last);
            one = Add(one, Vector128.LoadUnsafe(ref at).AsUInt64(), key);
            two = Add(two, Vector128.LoadUnsafe(ref at, 16).AsUInt64(), key);
            three = Add(three, Vector128.LoadUnsafe(ref at, 32).AsUInt64(), key);
            four = Add(four, Vector128.LoadUnsafe(ref at, 48).AsUInt64(), key);
            // A key for each step: texts whose steps change places are others.
            key += Grain;
            if (step % StepsBetweenScrambles == StepsBetweenScrambles - 1)
            {
                (one, two, three, four) = (Scramble(one, key), Scramble(two, key), Scramble(three, key), Scramble(four, key));
            }
        }
        return ContentHash.Combine(ContentHash.Combine(Both(one), Both(two)), ContentHash.Combine(Both(three), Both(four)));
    }

    // What one lane loses in its product the other keeps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Add(Vector128<ulong> sum, Vector128<ulong> text, Vector128<ulong> key)
    {
        var mixed = text ^ key;
        return sum + Vector128.Shuffle(text, Vector128.Create(1UL, 0UL)) + Product(mixed, Vector128.ShiftRightLogical(mixed, 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Scramble(Vector128<ulong> sum, Vector128<ulong> key)
    {
        var mixed = sum ^ Vector128.ShiftRightLogical(sum, 47) ^ key;
        return Product(mixed, Prime) + Vector128.ShiftLeft(Product(Vector128.ShiftRightLogical(mixed, 32), Prime), 32);
    }

    /// <summary>The products of the lower halves of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Product(Vector128<ulong> left, Vector128<ulong> right) =>
        Sse2.IsSupported ? Sse2.Multiply(left.AsUInt32(), right.AsUInt32())
        : AdvSimd.IsSupported ? AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(left), AdvSimd.ExtractNarrowingLower(right))
        : Vector128.Create((ulong)(uint)left[0] * (uint)right[0], (ulong)(uint)left[1] * (uint)right[1]);

    private static ulong Both(Vector128<ulong> lanes) => ContentHash.Combine(lanes[0], lanes[1]);
}
