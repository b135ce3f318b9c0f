namespace FineTune.Core.Findings;

/// <summary>How often one fault stands in a file, where it is said once for all of its places.</summary>
/// <param name="Cause">What is wrong, without any numbers of this file.</param>
/// <param name="Count">How often it was found.</param>
/// <param name="Lines">On how many lines.</param>
/// <param name="Total">How many lines the file has that could have it: its examples; null where nobody counted them.</param>
/// <param name="Places">The first of its places, in order; three at least where there are as many.</param>
public sealed record Repetition(string Cause, int Count, int Lines, long? Total, IReadOnlyList<TextRange> Places)
{
    private const int NamedLines = 3;

    /// <summary>The cause with its count, its share and its first lines.</summary>
    public string Message
    {
        get
        {
            var often = Count > Lines ? $"{Count:N0} times on " : "on ";
            return $"{Cause}; so {often}{Share()}, first on {FirstLines()}";
        }
    }

    /// <inheritdoc/>
    public bool Equals(Repetition? other) =>
        other is not null && (Cause, Count, Lines, Total) == (other.Cause, other.Count, other.Lines, other.Total) && Places.SequenceEqual(other.Places);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cause, Count, Lines, Total);

    private string Share() => Total is not { } total ? $"{Lines:N0} lines"
        : Lines >= total ? $"all {Lines:N0} lines"
        : $"{Lines:N0} of {total:N0} lines ({(100L * Lines / total is > 0 and var percent ? percent : "under 1")} %)";

    private string FirstLines()
    {
        var lines = Places.Select(place => $"{place.Start.Line:N0}").Distinct().Take(NamedLines).ToList();
        return $"{(lines.Count == 1 ? "line" : "lines")} {InWords.And(lines)}";
    }
}
