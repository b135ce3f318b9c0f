namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>Phone numbers: international ones by their +, North American ones by their form (E.164, NANP).</summary>
internal static class PhoneNumber
{
    /// <summary>Ranges that regulators keep for films, books and manuals, as they are dialled from abroad.</summary>
    private static readonly byte[][] Fictional =
    [
        "442079460"u8.ToArray(), "447700900"u8.ToArray(), "441632960"u8.ToArray(), "441134960"u8.ToArray(), "441214960"u8.ToArray(), "441614960"u8.ToArray(), "448081570"u8.ToArray(),
        "61491570"u8.ToArray(), "61255501"u8.ToArray(), "61370101"u8.ToArray(), "3319900"u8.ToArray(), "33639980"u8.ToArray(), "493023125"u8.ToArray(), "4917604069"u8.ToArray(), "498999998"u8.ToArray(),
    ];

    public static bool Is(ReadOnlySpan<byte> number)
    {
        Span<byte> digits = stackalloc byte[16];
        var count = 0;
        foreach (var value in number)
        {
            if (char.IsAsciiDigit((char)value))
            {
                if (count == 15)
                {
                    return false;
                }
                digits[count++] = value;
            }
        }
        digits = digits[..count];
        if (number[0] == '+')
        {
            return count >= 9 && digits[0] != '0' && (digits[0] == '1' ? count == 11 && IsNorthAmerican(digits[1..]) : !IsFictional(digits));
        }
        return IsFormed(number) && IsNorthAmerican(digits[^10..]);
    }

    /// <summary>(ddd) ddd-dddd or ddd-ddd-dddd, with or without the 1 before; with full stops it may as well be a version.</summary>
    private static bool IsFormed(ReadOnlySpan<byte> number)
    {
        if (number.Length > 2 && number[0] == '1' && number[1] is (byte)' ' or (byte)'-')
        {
            number = number[2..];
        }
        if (number.Length is 13 or 14 && number[0] == '(' && number[4] == ')')
        {
            var local = number[5..].TrimStart((byte)' ');
            return Digits.Are(number.Slice(1, 3)) && IsLocal(local);
        }
        return number.Length == 12 && number[3] == '-' && Digits.Are(number[..3]) && IsLocal(number[4..]);
    }

    private static bool IsLocal(ReadOnlySpan<byte> local) =>
        local.Length == 8 && local[3] == '-' && Digits.Are(local[..3]) && Digits.Are(local[4..]);

    /// <summary>Area and exchange start with 2 to 9; 555 is for films, 800 and its like are of firms.</summary>
    private static bool IsNorthAmerican(ReadOnlySpan<byte> digits) =>
        digits.Length == 10 && digits[0] >= '2' && digits[3] >= '2' && !digits.Slice(3, 3).SequenceEqual("555"u8) && !digits[..3].SequenceEqual("555"u8)
        && !(digits[0] == '8' && digits[1] == digits[2]) && !digits[..3].SequenceEqual("900"u8) && !(digits[1] == '1' && digits[2] == '1') && digits.IndexOf("234567"u8) < 0;

    private static bool IsFictional(ReadOnlySpan<byte> digits)
    {
        foreach (var start in Fictional)
        {
            if (digits.StartsWith(start))
            {
                return true;
            }
        }
        return digits.IndexOf("12345"u8) >= 0 || digits.IndexOf("00000"u8) >= 0 || digits.IndexOf("555"u8) >= 0 && digits.IndexOf("5550"u8) >= 0;
    }
}
