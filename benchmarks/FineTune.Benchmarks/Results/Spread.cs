namespace FineTune.Benchmarks.Results;

/// <summary>Where the same thing lay when it was measured several times.</summary>
internal sealed record Spread(double Min, double Median, double Max)
{
    /// <exception cref="ArgumentException">There is no reading.</exception>
    public static Spread Of(IEnumerable<double> readings)
    {
        var sorted = readings.Order().ToArray();
        return sorted.Length > 0
            ? new Spread(sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[^1])
            : throw new ArgumentException("nothing was measured", nameof(readings));
    }
}
