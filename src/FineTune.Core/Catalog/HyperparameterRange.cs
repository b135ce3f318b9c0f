namespace FineTune.Core.Catalog;

/// <summary>Values a hyperparameter may have.</summary>
public sealed record HyperparameterRange
{
    /// <summary>Smallest number; null for no bound.</summary>
    public double? Min { get; init; }

    /// <summary>Whether the number must be above <see cref="Min"/>, not equal to it.</summary>
    public bool AboveMin { get; init; }

    /// <summary>Largest number; null for no bound.</summary>
    public double? Max { get; init; }

    /// <summary>Whether only whole numbers fit.</summary>
    public bool Whole { get; init; }

    /// <summary>Words that may stand instead of a number, for example <c>auto</c>.</summary>
    public IReadOnlyList<string> Words { get; init => field = value ?? []; } = [];

    /// <summary>Whether it is true or false.</summary>
    public bool Flag { get; init; }

    /// <summary>Methods that know it; empty for all.</summary>
    public IReadOnlyList<TuningMethod> Methods { get; init => field = value ?? []; } = [];
}
