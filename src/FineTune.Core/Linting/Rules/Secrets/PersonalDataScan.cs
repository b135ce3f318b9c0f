using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>Counts personal data in a text. Only at an <c>@</c> and where digits crowd is anything read byte by byte.</summary>
internal static class PersonalDataScan
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create(" ,;\"\\<>)"u8);

    /// <summary>So many digits, and so many digits and marks between them side by side, has each value that is looked for; a date has fewer.</summary>
    private const int Crowd = 9;

    /// <summary>A value of so many bytes has a crowd by itself; so many bytes lie in two steps.</summary>
    private const int Overlap = 16;

    private const int Step = 64;

    /// <summary>How far before the crowd a value may begin.</summary>
    private const int Back = 40;

    /// <summary>Adds what a text holds.</summary>
    /// <param name="raw">Its bytes, escapes not resolved.</param>
    /// <param name="found">What to add to.</param>
    public static void Count(ReadOnlySpan<byte> raw, ref PersonalData found)
    {
        var first = int.MaxValue;
        CountEmails(raw, ref found, ref first);
        CountNumbers(raw, ref found, ref first);
    }

    /// <summary>Where the first value of an example stands; null for none.</summary>
    public static (int Start, int End)? FirstIn(Example example)
    {
        var places = new List<int>();
        PersonalDataPlaces.Find(example, places);
        foreach (var place in places)
        {
            var (found, first) = (new PersonalData(), int.MaxValue);
            CountEmails(example.Raw(place), ref found, ref first);
            CountNumbers(example.Raw(place), ref found, ref first);
            if (!found.IsNone)
            {
                var start = example.Node(place).Start + first;
                var length = example.Line[start..].IndexOfAny(Ends);
                return (start, start + Math.Max(length, 1));
            }
        }
        return null;
    }

    private static void CountEmails(ReadOnlySpan<byte> raw, ref PersonalData found, ref int first)
    {
        for (var from = 0; raw[from..].IndexOf((byte)'@') is >= 0 and var next; from += next + 1)
        {
            if (EmailAddress.StartAround(raw, from + next) is >= 0 and var start)
            {
                found.Emails++;
                first = Math.Min(first, start);
            }
        }
    }

    private static void CountNumbers(ReadOnlySpan<byte> raw, ref PersonalData found, ref int first)
    {
        var done = 0;
        var i = 0;
        // Steps overlap by what a crowd needs, so that none is cut in two.
        for (; i <= raw.Length - Step; i += Step - Overlap)
        {
            if (HasCrowd(raw, i))
            {
                done = NumberSearch.Count(raw, Math.Max(done, i - Back), i + Step, ref found, ref first);
            }
        }
        if (raw.Length - i >= Crowd && CountDigits(raw[i..]) >= Crowd)
        {
            NumberSearch.Count(raw, Math.Max(done, i - Back), raw.Length, ref found, ref first);
        }
    }

    /// <summary>Whether enough digits and marks between digits stand side by side, and enough of them are digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasCrowd(ReadOnlySpan<byte> raw, int i)
    {
        ref var bytes = ref MemoryMarshal.GetReference(raw);
        var runs = InNumbers(Vector128.LoadUnsafe(ref bytes, (nuint)i))
            | ((ulong)InNumbers(Vector128.LoadUnsafe(ref bytes, (nuint)i + 16)) << 16)
            | ((ulong)InNumbers(Vector128.LoadUnsafe(ref bytes, (nuint)i + 32)) << 32)
            | ((ulong)InNumbers(Vector128.LoadUnsafe(ref bytes, (nuint)i + 48)) << 48);
        runs &= runs >> 1;
        runs &= runs >> 2;
        runs &= runs >> 4;
        return (runs & (runs >> 1)) != 0 && CountDigits(raw.Slice(i, Step)) >= Crowd;
    }

    /// <summary>A bit for each byte from <c>(</c> to <c>9</c>, among which are + - . ) and two that do no harm, and for each space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint InNumbers(Vector128<byte> bytes) =>
        (Vector128.LessThan(bytes - Vector128.Create((byte)'('), Vector128.Create((byte)('9' - '(' + 1))) | Vector128.Equals(bytes, Vector128.Create((byte)' '))).ExtractMostSignificantBits();

    private static int CountDigits(ReadOnlySpan<byte> bytes)
    {
        var (digits, i) = (0, 0);
        for (; i <= bytes.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var chunk = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)i) - Vector128.Create((byte)'0');
            digits += BitOperations.PopCount(Vector128.LessThan(chunk, Vector128.Create((byte)10)).ExtractMostSignificantBits());
        }
        for (; i < bytes.Length; i++)
        {
            digits += char.IsAsciiDigit((char)bytes[i]) ? 1 : 0;
        }
        return digits;
    }
}
