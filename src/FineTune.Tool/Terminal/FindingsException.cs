using FineTune.Core.Findings;

namespace FineTune.Tool.Terminal;

/// <summary>A command can't go on because of what the manifest, the data or the lock say: exit code 1.</summary>
/// <param name="findings">What they say; at least one error.</param>
internal sealed class FindingsException(IReadOnlyList<Finding> findings) : Exception
{
    /// <summary>What they say.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
