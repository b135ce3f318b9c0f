using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FineTune.Core.Datasets;

namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>Counts personal data in a text. Only at an <c>@</c> and where digits crowd is anything read byte by byte.</summary>
internal static class PersonalDataScan
{
    /// <summary>No value that is looked for has fewer digits.</summary>
    private const int FewestDigits = 9;

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
        foreach (ref readonly var message in example.Messages)
        {
            if (message.IsInstruction)
            {
                continue;
            }
            foreach (var text in new MessageTexts(example, message))
            {
                var (found, first) = (new PersonalData(), int.MaxValue);
                CountEmails(example.RawText(text), ref found, ref first);
                CountNumbers(example.RawText(text), ref found, ref first);
                if (!found.IsNone)
                {
                    var start = example.Node(text).Start + 1 + first;
                    var length = example.Line[start..].IndexOfAny(" ,;\"\\<>)"u8);
                    return (start, start + Math.Max(length, 1));
                }
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
        var (before, done) = (0, 0);
        for (var i = 0; i < raw.Length; i += Vector128<byte>.Count)
        {
            var digits = CountDigits(raw, i);
            if (before + digits >= FewestDigits)
            {
                done = NumberSearch.Count(raw, Math.Max(done, i - Back), Math.Min(i + Vector128<byte>.Count, raw.Length), ref found, ref first);
            }
            before = digits;
        }
    }

    private static int CountDigits(ReadOnlySpan<byte> raw, int i)
    {
        if (i + Vector128<byte>.Count <= raw.Length)
        {
            var chunk = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(raw), (nuint)i) - Vector128.Create((byte)'0');
            return BitOperations.PopCount(Vector128.LessThan(chunk, Vector128.Create((byte)10)).ExtractMostSignificantBits());
        }
        var digits = 0;
        foreach (var value in raw[i..])
        {
            digits += char.IsAsciiDigit((char)value) ? 1 : 0;
        }
        return digits;
    }
}
