namespace FineTune.Core.Datasets.Facts;

/// <summary>How the two answers of a preference look.</summary>
internal sealed record PairFacts(AnswerLook Preferred, AnswerLook Other);
