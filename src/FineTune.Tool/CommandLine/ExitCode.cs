namespace FineTune.Tool.CommandLine;

/// <summary>What the process answers with: part of the tool's contract.</summary>
internal static class ExitCode
{
    /// <summary>Fine.</summary>
    public const int Fine = 0;

    /// <summary>A finding of severity error, a lock that does not answer for the data, a job that failed.</summary>
    public const int Finding = 1;

    /// <summary>The command line is wrong, a file that it names can't be read or written, or what it prints can't.</summary>
    public const int Usage = 2;

    /// <summary>The provider refused or could not be reached.</summary>
    public const int Provider = 3;

    /// <summary>A budget or policy gate, or another release at work, stopped the release.</summary>
    public const int Gate = 4;

    /// <summary>Changes are pending, or a job is still running.</summary>
    public const int Pending = 5;

    /// <summary>Somebody pressed Ctrl-C.</summary>
    public const int Cancelled = 130;
}
