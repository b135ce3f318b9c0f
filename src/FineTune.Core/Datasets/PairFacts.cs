namespace FineTune.Core.Datasets;

/// <summary>How the two answers of a preference look.</summary>
internal sealed record PairFacts(AnswerLook Preferred, AnswerLook Other);
