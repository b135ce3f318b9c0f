using FineTune.Core.Fixing.Fixes;

namespace FineTune.Core.Fixing;

/// <summary>A file to fix.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Scope">What it is fixed for.</param>
/// <param name="Datasets">The examples seen so far of each dataset that the file is a part of.</param>
internal sealed record FixTarget(string Path, FixScope Scope, IReadOnlyList<HashSet<UInt128>> Datasets);
