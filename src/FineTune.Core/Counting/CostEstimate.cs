namespace FineTune.Core.Counting;

/// <summary>What a training would cost.</summary>
/// <param name="Usd">US dollars.</param>
/// <param name="TrainedTokens">Tokens that would be trained: those of the file times the epochs.</param>
/// <param name="IsExact">Whether tokens and epochs are known; otherwise one of them is an estimate.</param>
internal sealed record CostEstimate(decimal Usd, long TrainedTokens, bool IsExact)
{
    /// <summary>Tokens that one epoch is billed for.</summary>
    public long TokensPerEpoch { get; init; }

    /// <summary>How often the data is gone through.</summary>
    public int Epochs { get; init; }

    /// <summary>US dollars for a million trained tokens.</summary>
    public decimal PricePerMillion { get; init; }

    /// <summary>Whether the manifest names the price; otherwise the catalog does.</summary>
    public bool PriceIsOfManifest { get; init; }

    /// <summary>
    /// What of it is an estimate, in ordinal order: <c>chat_format</c>, <c>encoding</c>, <c>epochs</c>, <c>images</c>, <c>preference_pairs</c>,
    /// <c>tool_calls</c>, <c>tools</c>, <c>unknown_images</c>; none where it is exact.
    /// </summary>
    public IReadOnlyList<string> Estimates { get; init; } = [];
}
