using System.Text;

namespace FineTune.Core.Linting.Rules.Privacy;

/// <summary>International bank account numbers: the length of the country, and the remainder 1 by 97 (ISO 13616).</summary>
internal static class Iban
{
    private const int Longest = 34;

    /// <summary>Country and length. Source: SWIFT, IBAN registry.</summary>
    private const string Lengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27"
        + "JO30KW30KZ20LB28LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27TN24TR26UA29VA22VG24XK20";

    /// <summary>The samples of the registry and of encyclopedias, and samples of banks, by their first characters.</summary>
    private static readonly string[] Samples =
    [
        "DE89370400440532013000", "GB29NWBK60161331926819", "GB82WEST12345698765432", "GB33BUKB20201555555555", "FR1420041010050500013M02606", "FR7630006000011234567890189", "AT611904300234573201",
        "CH9300762011623852957", "ES9121000418450200051332", "NL91ABNA0417164300", "BE68539007547034", "IT60X0542811101000000123456", "NO9386011117947", "SE4550000000058398257466", "SE3550000000054910000003",
        "DK5000400440116243", "FI2112345600000785", "PL61109010140000071219812874", "IE29AIBK93115212345678", "PT50000201231234567890154", "LU280019400644750000", "DE75512108001245126199", "DE12500105170648489890",
    ];

    /// <summary>Bytes of the number at the start, spaces included; 0 where there is none.</summary>
    public static int LengthAt(ReadOnlySpan<byte> raw)
    {
        Span<byte> compact = stackalloc byte[Longest];
        if (raw.Length < 15 || !char.IsAsciiLetterUpper((char)raw[0]) || !char.IsAsciiLetterUpper((char)raw[1]) || !Digits.Are(raw.Slice(2, 2)) || ExpectedLength(raw[..2]) is not (> 0 and var expected))
        {
            return 0;
        }
        var (i, count) = (0, 0);
        for (; i < raw.Length && count < expected; i++)
        {
            if (char.IsAsciiLetterUpper((char)raw[i]) || char.IsAsciiDigit((char)raw[i]))
            {
                compact[count++] = raw[i];
            }
            else if (raw[i] != ' ' || count % 4 != 0)
            {
                return 0;
            }
        }
        compact = compact[..count];
        var isWhole = count == expected && (i == raw.Length || !char.IsAsciiLetterOrDigit((char)raw[i]));
        return isWhole && Remainder(compact) == 1 && !Samples.Contains(Encoding.ASCII.GetString(compact)) ? i : 0;
    }

    private static int ExpectedLength(ReadOnlySpan<byte> country)
    {
        for (var i = 0; i < Lengths.Length; i += 4)
        {
            if (Lengths[i] == country[0] && Lengths[i + 1] == country[1])
            {
                return (Lengths[i + 2] - '0') * 10 + Lengths[i + 3] - '0';
            }
        }
        return 0;
    }

    private static int Remainder(ReadOnlySpan<byte> compact)
    {
        var remainder = 0;
        for (var i = 0; i < compact.Length; i++)
        {
            var value = compact[(i + 4) % compact.Length];
            remainder = char.IsAsciiDigit((char)value) ? (remainder * 10 + value - '0') % 97 : (remainder * 100 + value - 'A' + 10) % 97;
        }
        return remainder;
    }
}
