using System.Numerics;
using System.Text;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>Numbers of payment cards: a known issuer, 14 to 16 digits, a right check digit (Luhn, ISO/IEC 7812-1).</summary>
internal static class CardNumber
{
    private const int Longest = 16;

    private static readonly string[] Words = ["card", "visa", "amex", "american express", "credit", "debit", "karte", "carte", "tarjeta", "maestro"];

    /// <summary>Numbers that issuers and payment services give for tests; those of few digits are told by that.</summary>
    private static readonly HashSet<string> Tests = new(StringComparer.Ordinal)
    {
        "378282246310005", "371449635398431", "378734493671000", "6011000990139424", "6011981111111113", "3530111333300000", "3566002020360505", "30569309025904", "36227206271667",
        "4012888888881881", "2223003122003222", "5200828282828210", "4917610000000000", "4539148803436467", "4716059664720134", "5425233430109903", "4263982640269299", "374245455400126",
    };

    /// <summary>Whether a number is a card's. One without groups could be anything, and needs a word beside it that says so.</summary>
    /// <param name="number">Digits, spaces and hyphens.</param>
    /// <param name="around">The text around it.</param>
    public static bool Is(ReadOnlySpan<byte> number, ReadOnlySpan<byte> around)
    {
        Span<byte> digits = stackalloc byte[Longest];
        var count = 0;
        foreach (var value in number)
        {
            if (char.IsAsciiDigit((char)value))
            {
                if (count == Longest)
                {
                    return false;
                }
                digits[count++] = (byte)(value - '0');
            }
            else if (value is not ((byte)' ' or (byte)'-'))
            {
                return false;
            }
        }
        digits = digits[..count];
        return IsOfIssuer(digits) && IsLuhn(digits) && !IsSample(digits) && (number.Length == count ? IsNamed(around) : IsGrouped(number, count));
    }

    private static bool IsOfIssuer(ReadOnlySpan<byte> digits)
    {
        if (digits.Length < 14)
        {
            return false;
        }
        var start = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
        return digits.Length switch
        {
            16 => start / 1000 == 4 || start / 100 is >= 51 and <= 55 || start is >= 2221 and <= 2720 or 6011 or (>= 3528 and <= 3589) || start / 100 is 65 || start / 10 is >= 644 and <= 649,
            15 => start / 100 is 34 or 37,
            _ => start / 100 is 36 or 38 || start / 10 is >= 300 and <= 305,
        };
    }

    private static bool IsLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] * (i % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /// <summary>Numbers for tests have few different digits, or run up, or are known.</summary>
    private static bool IsSample(ReadOnlySpan<byte> digits)
    {
        var (kinds, runs) = (0, 0);
        for (var i = 0; i < digits.Length; i++)
        {
            kinds |= 1 << digits[i];
            runs += i > 0 && (digits[i] == digits[i - 1] || digits[i] == (digits[i - 1] + 1) % 10) ? 1 : 0;
        }
        return BitOperations.PopCount((uint)kinds) <= 5 || runs >= digits.Length / 2 || Tests.Contains(Text(digits));
    }

    private static string Text(ReadOnlySpan<byte> digits)
    {
        Span<char> text = stackalloc char[digits.Length];
        for (var i = 0; i < digits.Length; i++)
        {
            text[i] = (char)('0' + digits[i]);
        }
        return text.ToString();
    }

    private static bool IsGrouped(ReadOnlySpan<byte> number, int digits) =>
        digits == 16 ? number.Length == 19 && !char.IsAsciiDigit((char)number[4]) && !char.IsAsciiDigit((char)number[9]) && !char.IsAsciiDigit((char)number[14])
            : number.Length == digits + 2 && !char.IsAsciiDigit((char)number[4]) && !char.IsAsciiDigit((char)number[11]);

    private static bool IsNamed(ReadOnlySpan<byte> around)
    {
        var text = Encoding.UTF8.GetString(around);
        return Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
