using FineTune.Core.Findings;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>One way of mending a line.</summary>
internal interface ILineFix
{
    /// <summary>The rule whose fault it mends.</summary>
    public Rule Rule { get; }

    /// <summary>Whether it is wanted for a file.</summary>
    public bool AppliesTo(FixScope scope);

    /// <summary>The line anew, several where it holds line feeds; null where it has not this fault, or it cannot be mended without a loss.</summary>
    public byte[]? Apply(FixLine line);
}
