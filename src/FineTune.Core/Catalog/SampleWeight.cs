namespace FineTune.Core.Catalog;

/// <summary>What the weight of a whole line may be: a number under the key <c>weight</c> beside the others.</summary>
internal sealed record SampleWeight
{
    /// <summary>Smallest number; null for any, below 0 too.</summary>
    public double? Min { get; init; }

    /// <summary>Whether all lines of a dataset must have one where one has.</summary>
    public bool OnAllLines { get; init; }
}
