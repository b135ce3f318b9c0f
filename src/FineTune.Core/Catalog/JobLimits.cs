namespace FineTune.Core.Catalog;

/// <summary>What a host's job may be told.</summary>
internal sealed record JobLimits
{
    /// <summary>Most characters of a suffix; null where the host takes none.</summary>
    public int? SuffixLength { get; init; }

    /// <summary>Regular expression of a suffix; null for any characters.</summary>
    public string? SuffixPattern { get; init; }

    /// <summary>Ranges of hyperparameters by their name in the API; what is not named is not known to the host.</summary>
    public required IReadOnlyDictionary<string, HyperparameterRange> Hyperparameters { get; init; }
}
