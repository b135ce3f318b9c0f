using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Contracts;

/// <summary>A tool by its name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its first definition.</param>
/// <param name="First">The first example that declares it.</param>
/// <param name="IsSplit">Whether some example defines it in another way.</param>
internal readonly record struct ToolTally(string Name, UInt128 Key, ExamplePlace First, bool IsSplit);
