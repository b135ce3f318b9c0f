using FineTune.Core.Datasets.Facts;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>Reads the numbers in a stretch of a text where digits crowd.</summary>
internal static class NumberSearch
{
    private const int LongestNumber = 32;

    /// <summary>Words before a number that is none of a person.</summary>
    private static readonly byte[][] Things =
    [
        "order"u8.ToArray(), "ref"u8.ToArray(), "sku"u8.ToArray(), "invoice"u8.ToArray(), "ticket"u8.ToArray(), "tracking"u8.ToArray(), "part"u8.ToArray(), "serial"u8.ToArray(), "model"u8.ToArray(),
        "case"u8.ToArray(), "isbn"u8.ToArray(), "version"u8.ToArray(), "#"u8.ToArray(), "id "u8.ToArray(), "id:"u8.ToArray(), "toll"u8.ToArray(), "hotline"u8.ToArray(), "fax"u8.ToArray(),
    ];

    /// <summary>Finds the numbers that begin in a stretch; returns where reading may go on.</summary>
    public static int Find(ReadOnlySpan<byte> raw, int from, int to, List<FoundPersonalData> found)
    {
        var i = from;
        while (i < to)
        {
            if (!IsStart(raw, i))
            {
                i++;
                continue;
            }
            var length = char.IsAsciiLetterUpper((char)raw[i]) ? Iban.LengthAt(raw[i..]) : 0;
            if (length > 0)
            {
                found.Add(new FoundPersonalData(PersonalDataKind.Iban, i, length));
            }
            else
            {
                length = char.IsAsciiLetterUpper((char)raw[i]) ? 1 : ReadNumber(raw, i, found);
            }
            i += Math.Max(length, 1);
        }
        return i;
    }

    private static bool IsStart(ReadOnlySpan<byte> raw, int i) =>
        raw[i] is (byte)'+' or (byte)'(' or (>= (byte)'0' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z')
        && (i == 0 || !IsPartOfWord(raw[i - 1]) || (i >= 2 && raw[i - 2] == '\\' && raw[i - 1] is (byte)'n' or (byte)'t' or (byte)'r'));

    private static bool IsPartOfWord(byte value) =>
        value is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'/' or (byte)'+' or (byte)'=' or (byte)'#' or >= 0x80 || char.IsAsciiLetterOrDigit((char)value);

    /// <summary>Reads digits with single marks between them; returns the bytes passed.</summary>
    private static int ReadNumber(ReadOnlySpan<byte> raw, int start, List<FoundPersonalData> found)
    {
        var end = start + 1;
        while (end < raw.Length && end - start < LongestNumber && CanFollow(raw[end - 1], raw[end]))
        {
            end++;
        }
        while (end > start && !char.IsAsciiDigit((char)raw[end - 1]))
        {
            end--;
        }
        if (end <= start)
        {
            return 1;
        }
        var number = raw[start..end];
        if (end == raw.Length || !IsPartOfWord(raw[end]) || (raw[end] == '.' && (end + 1 == raw.Length || !char.IsAsciiLetterOrDigit((char)raw[end + 1]))))
        {
            var before = raw[Math.Max(start - 24, 0)..start];
            var around = raw[Math.Max(start - 60, 0)..Math.Min(end + 60, raw.Length)];
            if (CardNumber.Is(number, around))
            {
                found.Add(new FoundPersonalData(PersonalDataKind.Card, start, number.Length));
            }
            else if (SocialSecurityNumber.Is(number) && !IsThing(before))
            {
                found.Add(new FoundPersonalData(PersonalDataKind.SocialSecurityNumber, start, number.Length));
            }
            else if (PhoneNumber.Is(number) && !IsThing(before))
            {
                found.Add(new FoundPersonalData(PersonalDataKind.Phone, start, number.Length));
            }
        }
        return number.Length;
    }

    private static bool CanFollow(byte before, byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => true,
        (byte)'(' => before == ' ' || char.IsAsciiDigit((char)before),
        (byte)' ' or (byte)'-' or (byte)'.' or (byte)')' => before == ')' || char.IsAsciiDigit((char)before),
        _ => false,
    };

    private static bool IsThing(ReadOnlySpan<byte> before)
    {
        Span<byte> lower = stackalloc byte[24];
        for (var i = 0; i < before.Length; i++)
        {
            lower[i] = before[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(before[i] | 0x20) : before[i];
        }
        foreach (var thing in Things)
        {
            if (lower[..before.Length].IndexOf(thing) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
