namespace FineTune.Core.Catalog;

/// <summary>A model that a host can tune.</summary>
internal sealed record CatalogModel
{
    /// <summary>The host's ID.</summary>
    public required string Id { get; init; }

    /// <summary>Other names for it.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];

    /// <summary>Whether training takes the ID alone: the other names are those under which the model answers.</summary>
    public bool TrainedByIdOnly { get; init; }

    /// <summary>Methods that it can be tuned by.</summary>
    public required IReadOnlyList<TuningMethod> Methods { get; init; }

    /// <summary>Token encoding: <c>o200k_base</c> or <c>cl100k_base</c>; null where it is not known.</summary>
    public string? Encoding { get; init; }

    /// <summary>Tokens of one example that are trained on; the rest is cut off.</summary>
    public int? MaxExampleTokens { get; init; }

    /// <summary>US dollars for a million trained tokens; null where the host names no price.</summary>
    public decimal? TrainingPricePerMillion { get; init; }

    /// <summary>US dollars for an hour of training (reinforcement); null where the host names none.</summary>
    public decimal? TrainingPricePerHour { get; init; }

    /// <summary>The last day on which it can be tuned; null where none is announced.</summary>
    public DatedFact? TrainingEnds { get; init; }

    /// <summary>The day on which it, and what was tuned from it, stops answering; null where none is announced.</summary>
    public DatedFact? ShutDown { get; init; }

    /// <summary>What the host names as replacement; null for nothing.</summary>
    public string? Replacement { get; init; }
}
