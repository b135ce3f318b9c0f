namespace FineTune.Core.Catalog;

/// <summary>Numbers that a host's training data may not pass; null where the host names none.</summary>
internal sealed record DataLimits
{
    /// <summary>Fewest training examples.</summary>
    public int? MinExamples { get; init; }

    /// <summary>Fewest training examples for reinforcement; null for <see cref="MinExamples"/>.</summary>
    public int? MinReinforcementExamples { get; init; }

    /// <summary>Fewer training examples than this seldom help.</summary>
    public int? RecommendedExamples { get; init; }

    /// <summary>Most training examples.</summary>
    public long? MaxExamples { get; init; }

    /// <summary>Most training examples for reinforcement.</summary>
    public long? MaxReinforcementExamples { get; init; }

    /// <summary>Most validation examples.</summary>
    public long? MaxValidationExamples { get; init; }

    /// <summary>Most validation examples for reinforcement.</summary>
    public long? MaxReinforcementValidationExamples { get; init; }

    /// <summary>Most bytes of a file by the simple upload.</summary>
    public long? MaxFileBytes { get; init; }

    /// <summary>Most bytes of a file by the multi-part upload; null where there is none.</summary>
    public long? MaxMultipartBytes { get; init; }

    /// <summary>Most bytes of one line without images.</summary>
    public required int MaxLineBytes { get; init; }

    /// <summary>Most trained tokens of a job: tokens of the file times epochs.</summary>
    public long? MaxTokensTimesEpochs { get; init; }

    /// <summary>Most tokens of one example, for models that name none of their own.</summary>
    public int? MaxExampleTokens { get; init; }
}
