namespace FineTune.Core.Fixing;

/// <summary>One way of mending a line.</summary>
internal interface ILineFix
{
    /// <summary>Code of the rule whose fault it mends.</summary>
    string Code { get; }

    /// <summary>Whether it is wanted for a file.</summary>
    bool AppliesTo(FixScope scope);

    /// <summary>The line anew, several where it holds line feeds; null where it has not this fault, or it cannot be mended without a loss.</summary>
    byte[]? Apply(FixLine line);
}
