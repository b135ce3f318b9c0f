using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Contracts;

/// <summary>A text that examples may have in common.</summary>
/// <param name="Count">How many have it.</param>
/// <param name="First">The first of them, where it can be read.</param>
internal readonly record struct Candidate(long Count, ExamplePlace First);
