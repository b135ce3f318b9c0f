namespace FineTune.Core.Identity;

/// <summary>A JSON number as text in the one form that equal numbers share: <c>3.0</c>, <c>3</c> and <c>30e-1</c> are all <c>3</c>.</summary>
internal static class CanonicalNumber
{
    // Longer numbers are written with an exponent.
    private const int LongestPlain = 21;

    /// <summary>The normalised text; exact, whatever the number's size.</summary>
    /// <param name="json">A number as JSON writes it.</param>
    public static string Of(string json)
    {
        var exponentAt = json.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? json : json[..exponentAt];
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(json.AsSpan(exponentAt + 1), out exponent))
        {
            return json;
        }

        var negative = mantissa.StartsWith('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return "0";
        }

        // The number is significant × 10^power.
        var power = (long)exponent - (point < 0 ? 0 : mantissa.Length - point - 1) + (digits.Length - significant.Length);
        return (negative ? "-" : "") + Write(significant, power);
    }

    private static string Write(string digits, long power)
    {
        var whole = digits.Length + power;
        return power switch
        {
            >= 0 when whole <= LongestPlain => digits + new string('0', (int)power),
            < 0 when whole > 0 => $"{digits[..(int)whole]}.{digits[(int)whole..]}",
            < 0 when whole > -6 => $"0.{new string('0', (int)-whole)}{digits}",
            _ => $"{digits}e{power}",
        };
    }
}
