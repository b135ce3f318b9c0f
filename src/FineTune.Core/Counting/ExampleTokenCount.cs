namespace FineTune.Core.Counting;

/// <summary>The tokens of one example.</summary>
internal sealed record ExampleTokenCount
{
    /// <summary>Tokens of the contents alone, exact.</summary>
    public required int ContentTokens { get; init; }

    /// <summary>Tokens that a host trains on, before any cut: contents, overhead of the chat format, tools, images.</summary>
    public required int TotalTokens { get; init; }

    /// <summary>Tokens that are billed for each epoch: the total, cut at the model's limit.</summary>
    public required int BillableTokens { get; init; }

    /// <summary>Tokens that the model learns to write, within the limit: what the assistant says with a weight other than 0.</summary>
    public required int TrainedTokens { get; init; }

    /// <summary>Whether the example is longer than the limit.</summary>
    public bool Truncated => BillableTokens < TotalTokens;

    /// <summary>What of it is an estimate; none where every number is the host's own.</summary>
    public required TokenEstimates Estimates { get; init; }
}
