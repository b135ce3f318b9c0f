namespace FineTune.Core.Planning;

/// <summary>What a training would cost.</summary>
/// <param name="Usd">US dollars.</param>
/// <param name="TrainedTokens">Tokens that would be trained: those of the file times the epochs.</param>
/// <param name="IsExact">Whether tokens and epochs are known; otherwise one of them is an estimate.</param>
public sealed record CostEstimate(decimal Usd, long TrainedTokens, bool IsExact);
