using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>The lines of a dataset that have the same top-level keys.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct KeySet(ExamplePlace First, long Count);
