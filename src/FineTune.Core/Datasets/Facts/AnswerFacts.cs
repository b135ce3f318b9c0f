using FineTune.Core.Datasets.Lines;

namespace FineTune.Core.Datasets.Facts;

/// <summary>What rules about a whole dataset need to know of the last answer of an example.</summary>
internal readonly record struct AnswerFacts
{
    public required AnswerForm Form { get; init; }

    /// <summary>Bytes of its text as it stands in the line.</summary>
    public required int Bytes { get; init; }

    /// <summary>Its UTF-16 units where it stops in the middle of a sentence; 0 where it does not.</summary>
    public required int OpenLength { get; init; }

    public required bool IsRefusal { get; init; }

    /// <summary>Whether it is trained on, and nothing before it in the example is.</summary>
    public required bool IsOnlyOne { get; init; }

    public LineBreaks Breaks { get; init; }

    /// <summary>Whether it ends as a sentence does.</summary>
    public bool IsFinished { get; init; }
}
