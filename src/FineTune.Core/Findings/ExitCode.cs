namespace FineTune.Core.Findings;

/// <summary>What the process answers with: part of the tool's contract.</summary>
internal static class ExitCode
{
    /// <summary>Everything is as it should be.</summary>
    public const int Fine = 0;

    /// <summary>A finding of severity error, a lock that does not answer for the data, a job that failed or was cancelled.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a setting is wrong, a file that it names can't be read or written, or what it prints can't.</summary>
    public const int Usage = 2;

    /// <summary>The provider refused or could not be reached.</summary>
    public const int Refused = 3;

    /// <summary>A budget or policy gate, or another release at work, stopped the release.</summary>
    public const int Gate = 4;

    /// <summary>Changes are pending, or a job is still running.</summary>
    public const int Pending = 5;

    /// <summary>Somebody pressed Ctrl-C.</summary>
    public const int Interrupted = 130;
}
