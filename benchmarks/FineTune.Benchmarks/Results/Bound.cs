namespace FineTune.Benchmarks.Results;

/// <summary>What a figure must reach.</summary>
/// <param name="Beside">The peer that ours is divided by; null where the reading itself is bounded.</param>
/// <param name="AtMost">The greatest value of ours ÷ theirs, or of ours.</param>
/// <param name="TimesAsFast">The least value of theirs ÷ ours, where the bound is told that way.</param>
internal sealed record Bound(string? Beside, double? AtMost = null, double? TimesAsFast = null)
{
    public bool IsMetBy(Spread judged) => TimesAsFast is { } least ? judged.Median >= least : judged.Median <= AtMost;
}
