using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>Finds personal data in a text. Only at an <c>@</c> and where digits crowd is anything read byte by byte.</summary>
internal static class PersonalDataScan
{
    /// <summary>So many digits, and so many digits and marks between them side by side, has each value that is looked for; a date has fewer.</summary>
    private const int Crowd = 9;

    /// <summary>A value of so many bytes has a crowd by itself; so many bytes lie in two steps.</summary>
    private const int Overlap = 16;

    private const int Step = 64;

    /// <summary>How far before the crowd a value may begin.</summary>
    private const int Back = 40;

    /// <summary>Finds what a text holds.</summary>
    /// <param name="raw">Its bytes, escapes not resolved.</param>
    /// <param name="found">Where to put it.</param>
    public static void Find(ReadOnlySpan<byte> raw, List<FoundPersonalData> found)
    {
        FindEmails(raw, found);
        FindNumbers(raw, found);
    }

    /// <summary>Where the first value of an example stands; null for none.</summary>
    public static (int Start, int End)? FirstIn(Example example) => FirstIn(example, static (_, _) => true);

    /// <summary>Where the first value stands that is looked for; null for none.</summary>
    /// <param name="example">The example.</param>
    /// <param name="isIt">Judges a value by its kind and its hash.</param>
    public static (int Start, int End)? FirstIn(Example example, Func<PersonalDataKind, ulong, bool> isIt)
    {
        var (places, found) = (new List<PersonalDataPlace>(), new List<FoundPersonalData>());
        PersonalDataPlaces.Find(example, places);
        foreach (var place in places)
        {
            found.Clear();
            var raw = example.Raw(place.Node);
            Find(raw, found);
            foreach (var value in found.OrderBy(value => value.Start))
            {
                var start = example.Node(place.Node).Start + value.Start;
                if (isIt(value.Kind, HashOf(example.Line.Slice(start, value.Length))))
                {
                    return (start, start + value.Length);
                }
            }
        }
        return null;
    }

    /// <summary>Hash of a value without capitals, spaces and marks.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> value)
    {
        Span<byte> plain = stackalloc byte[Math.Min(value.Length, 320)];
        var count = 0;
        foreach (var letter in value[..plain.Length])
        {
            if (char.IsAsciiLetterOrDigit((char)letter) || letter == '@')
            {
                plain[count++] = letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;
            }
        }
        return ContentHash.OfBytes(plain[..count]);
    }

    private static void FindEmails(ReadOnlySpan<byte> raw, List<FoundPersonalData> found)
    {
        for (var from = 0; raw[from..].IndexOf((byte)'@') is >= 0 and var next; from += next + 1)
        {
            if (EmailAddress.Around(raw, from + next) is ( >= 0, _) and var (start, length))
            {
                found.Add(new FoundPersonalData(PersonalDataKind.Email, start, length));
            }
        }
    }

    private static void FindNumbers(ReadOnlySpan<byte> raw, List<FoundPersonalData> found)
    {
        var done = 0;
        var i = 0;
        // Steps overlap by what a crowd needs, so that none is cut in two.
        for (; i <= raw.Length - Step; i += Step - Overlap)
        {
            if (HasCrowd(raw, i))
            {
                done = NumberSearch.Find(raw, Math.Max(done, i - Back), i + Step, found);
            }
        }
        if (raw.Length - i >= Crowd && CountDigits(raw[i..]) >= Crowd)
        {
            NumberSearch.Find(raw, Math.Max(done, i - Back), raw.Length, found);
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
