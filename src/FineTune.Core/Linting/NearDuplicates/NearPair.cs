namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>Two examples that are nearly the same.</summary>
/// <param name="Example">Index of the one to report.</param>
/// <param name="Other">Index of the one that it is like.</param>
/// <param name="Jaccard">How alike they are, exactly: 0 to 1.</param>
internal readonly record struct NearPair(int Example, int Other, double Jaccard);
