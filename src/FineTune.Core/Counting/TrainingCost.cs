namespace FineTune.Core.Counting;

/// <summary>What training on so many tokens costs.</summary>
internal static class TrainingCost
{
    /// <summary>US dollars.</summary>
    /// <param name="billableTokens">Tokens of the training data.</param>
    /// <param name="epochs">How often the host goes through them.</param>
    /// <param name="pricePerMillion">US dollars for a million trained tokens.</param>
    public static decimal Of(long billableTokens, int epochs, decimal pricePerMillion) =>
        billableTokens * (decimal)epochs * pricePerMillion / 1_000_000m;
}
