namespace FineTune.Core.Counting;

/// <summary>Tokens of a dataset, for one pass through it.</summary>
/// <param name="Content">Tokens of the contents alone, exact.</param>
/// <param name="Billable">Tokens that are billed for each epoch: contents, overhead, tools and images, cut at the model's limit.</param>
/// <param name="Trained">Tokens that the model learns to write.</param>
/// <param name="Truncated">Examples that are longer than the limit.</param>
/// <param name="Longest">Billable tokens of the longest example.</param>
public sealed record TokenTotals(long Content, long Billable, long Trained, long Truncated, int Longest)
{
    /// <summary>Nothing counted yet.</summary>
    public static TokenTotals None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Names of what is an estimate in <see cref="Billable"/>, in ordinal order; contents are always exact.</summary>
    public IReadOnlyList<string> Estimates { get; init; } = [];

    /// <summary>The sum of two.</summary>
    /// <param name="other">What is added.</param>
    public TokenTotals Plus(TokenTotals other) => new(
        Content + other.Content,
        Billable + other.Billable,
        Trained + other.Trained,
        Truncated + other.Truncated,
        Math.Max(Longest, other.Longest))
    {
        Estimates = [.. Estimates.Union(other.Estimates, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };
}
