using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FineTune.Core.Linting.Signals;

/// <summary>
/// Finds every mark of <see cref="SignalMarks"/> in one pass over a line, sixteen bytes at a step: the halves of three bytes
/// after each other are looked up in tables of eight groups, and only where all agree are the marks themselves compared (the Teddy algorithm).
/// </summary>
internal static class SignalScan
{
    private static readonly SignalTables First = SignalTables.Of(0);

    private static readonly SignalTables Second = SignalTables.Of(1);

    private static readonly SignalTables Third = SignalTables.Of(2);

    private static readonly SignalMark[][] Groups = [.. Enumerable.Range(0, 8).Select(group => SignalMarks.All.Where(mark => mark.Group == group).ToArray())];

    public static void Find(ReadOnlySpan<byte> line, List<Signal> signals)
    {
        var i = Avx2.IsSupported ? FindByWideSteps(line, signals) : 0;
        i = Ssse3.IsSupported || AdvSimd.Arm64.IsSupported ? FindBySteps(line, i, signals) : i;
        for (; i < line.Length - 2; i++)
        {
            Compare(line, i, signals);
        }
    }

    private static int FindByWideSteps(ReadOnlySpan<byte> line, List<Signal> signals)
    {
        var (low0, high0) = (Twice(First.LowHalves), Twice(First.HighHalves));
        var (low1, high1) = (Twice(Second.LowHalves), Twice(Second.HighHalves));
        var (low2, high2) = (Twice(Third.LowHalves), Twice(Third.HighHalves));
        ref var bytes = ref MemoryMarshal.GetReference(line);
        var i = 0;
        for (; i <= line.Length - Vector256<byte>.Count - 2; i += Vector256<byte>.Count)
        {
            var hits = GroupsOf(low0, high0, Vector256.LoadUnsafe(ref bytes, (nuint)i))
                & GroupsOf(low1, high1, Vector256.LoadUnsafe(ref bytes, (nuint)i + 1))
                & GroupsOf(low2, high2, Vector256.LoadUnsafe(ref bytes, (nuint)i + 2));
            for (var mask = ~Vector256.Equals(hits, Vector256<byte>.Zero).ExtractMostSignificantBits(); mask != 0; mask &= mask - 1)
            {
                Compare(line, i + BitOperations.TrailingZeroCount(mask), signals);
            }
        }
        return i;
    }

    private static int FindBySteps(ReadOnlySpan<byte> line, int i, List<Signal> signals)
    {
        var (low0, high0, low1, high1, low2, high2) = (First.LowHalves, First.HighHalves, Second.LowHalves, Second.HighHalves, Third.LowHalves, Third.HighHalves);
        ref var bytes = ref MemoryMarshal.GetReference(line);
        for (; i <= line.Length - Vector128<byte>.Count - 2; i += Vector128<byte>.Count)
        {
            var hits = GroupsOf(low0, high0, Vector128.LoadUnsafe(ref bytes, (nuint)i))
                & GroupsOf(low1, high1, Vector128.LoadUnsafe(ref bytes, (nuint)i + 1))
                & GroupsOf(low2, high2, Vector128.LoadUnsafe(ref bytes, (nuint)i + 2));
            for (var mask = ~Vector128.Equals(hits, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF; mask != 0; mask &= mask - 1)
            {
                Compare(line, i + BitOperations.TrailingZeroCount(mask), signals);
            }
        }
        return i;
    }

    /// <summary>The groups that each byte may belong to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> GroupsOf(Vector128<byte> low, Vector128<byte> high, Vector128<byte> bytes)
    {
        var half = Vector128.Create((byte)0x0F);
        var upper = Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half;
        return Ssse3.IsSupported
            ? Ssse3.Shuffle(low, bytes & half) & Ssse3.Shuffle(high, upper)
            : AdvSimd.Arm64.VectorTableLookup(low, bytes & half) & AdvSimd.Arm64.VectorTableLookup(high, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> GroupsOf(Vector256<byte> low, Vector256<byte> high, Vector256<byte> bytes)
    {
        var half = Vector256.Create((byte)0x0F);
        return Avx2.Shuffle(low, bytes & half) & Avx2.Shuffle(high, Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half);
    }

    private static Vector256<byte> Twice(Vector128<byte> table) => Vector256.Create(table, table);

    private static void Compare(ReadOnlySpan<byte> line, int at, List<Signal> signals)
    {
        var groups = First[line[at]] & Second[line[at + 1]] & Third[line[at + 2]];
        for (; groups != 0; groups &= groups - 1)
        {
            var group = BitOperations.TrailingZeroCount(groups);
            if (group == SignalMarks.MojibakeGroup)
            {
                signals.Add(new Signal(SignalKind.Mojibake, at));
            }
            var key = line[at] | (line[at + 1] << 8) | (line[at + 2] << 16);
            foreach (var mark in Groups[group])
            {
                var start = at - mark.Anchor;
                if (key == mark.Key && start >= 0 && line[start..].StartsWith(mark.Literal))
                {
                    signals.Add(new Signal(mark.Kind, start));
                }
            }
        }
    }
}
