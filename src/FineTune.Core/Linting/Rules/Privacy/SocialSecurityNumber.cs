namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>US social security numbers, as they are always written: 3, 2 and 4 digits with hyphens.</summary>
internal static class SocialSecurityNumber
{
    public static bool Is(ReadOnlySpan<byte> number)
    {
        if (number.Length != 11 || number[3] != '-' || number[6] != '-')
        {
            return false;
        }
        var area = number[..3];
        var group = number.Slice(4, 2);
        var serial = number[7..];
        return Digits.Are(area) && Digits.Are(group) && Digits.Are(serial)
            && !area.SequenceEqual("000"u8) && !area.SequenceEqual("666"u8) && area[0] != '9' && !group.SequenceEqual("00"u8) && !serial.SequenceEqual("0000"u8)
            // Shown in manuals, and never given to anybody.
            && !number.SequenceEqual("078-05-1120"u8) && !number.SequenceEqual("219-09-9999"u8) && !number.SequenceEqual("123-45-6789"u8) && !number.SequenceEqual("111-11-1111"u8);
    }
}
