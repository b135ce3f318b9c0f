namespace FineTune.Tool.CommandLine;

/// <summary>How much the tool says.</summary>
internal enum Verbosity
{
    /// <summary>Findings and errors only.</summary>
    Quiet,

    /// <summary>What a person wants to know.</summary>
    Normal,

    /// <summary>Also what was read and asked.</summary>
    Detailed,

    /// <summary>Everything, stack traces too.</summary>
    Diagnostic,
}
