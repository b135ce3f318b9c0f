namespace FineTune.Core.Catalog;

/// <summary>What a host takes of weights in training data.</summary>
internal sealed record WeightSupport
{
    /// <summary>The numbers that the weight of a message may be.</summary>
    public required IReadOnlyList<int> MessageValues { get; init; }

    /// <summary>Roles whose messages may have one.</summary>
    public required IReadOnlyList<string> MessageRoles { get; init; }

    /// <summary>What the weight of a whole line may be; null where lines have none.</summary>
    public SampleWeight? Sample { get; init; }
}
