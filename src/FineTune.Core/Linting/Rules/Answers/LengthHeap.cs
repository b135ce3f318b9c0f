using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>Many answers of nearly one length.</summary>
/// <param name="From">The shortest, in UTF-16 units.</param>
/// <param name="To">The longest.</param>
/// <param name="Count">How many they are.</param>
/// <param name="First">The first of them.</param>
internal sealed record LengthHeap(int From, int To, long Count, ExamplePlace First);
