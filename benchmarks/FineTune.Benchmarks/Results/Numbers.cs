using System.Globalization;

namespace FineTune.Benchmarks.Results;

/// <summary>Numbers and names as they are told: three digits or so, never more than was measured.</summary>
internal static class Numbers
{
    public static string Text(double number) => number.ToString(number switch { >= 100 => "N0", >= 10 => "F1", _ => "F2" }, CultureInfo.InvariantCulture);

    public static string Text(Spread spread) => spread.Min < spread.Max ? $"{Text(spread.Median)} ({Text(spread.Min)}–{Text(spread.Max)})" : Text(spread.Median);

    /// <summary>One and another, or one, another and a third.</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
