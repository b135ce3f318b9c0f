using FineTune.Core.Findings;

namespace FineTune.Core.Catalog;

/// <summary>Values a hyperparameter may have.</summary>
internal sealed record HyperparameterRange
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

    /// <summary>What a value must be, as a sentence says it: <c>auto or a whole number from 1 to 50</c>.</summary>
    internal string Wanted => Flag ? "true or false" : InWords.Or(TakesNumbers ? [.. Words, Numbers] : Words);

    // Without any bound, words are all that there is.
    private bool TakesNumbers => !Flag && (Words.Count == 0 || Min is not null || Max is not null);

    private string Numbers => (Whole ? "a whole number" : "a number") + (Min, Max, AboveMin) switch
    {
        ({ } min, { } max, true) => $" above {min} and at most {max}",
        ({ } min, null, true) => $" above {min}",
        ({ } min, { } max, false) => $" from {min} to {max}",
        ({ } min, null, false) => $" from {min}",
        (null, { } max, _) => $" up to {max}",
        _ => "",
    };

    /// <summary>Whether a method knows it.</summary>
    internal bool IsFor(TuningMethod method) => Methods.Count == 0 || Methods.Contains(method);

    /// <summary>Whether a word may stand for it.</summary>
    internal bool Fits(string word) => !Flag && Words.Contains(word);

    /// <summary>Whether a number is one of its values.</summary>
    /// <param name="number">A finite number.</param>
    /// <param name="isWhole">Whether it is written as a whole one.</param>
    internal bool Fits(double number, bool isWhole) =>
        TakesNumbers && (isWhole || !Whole) && !(number < Min || (AboveMin && number == Min) || number > Max);
}
