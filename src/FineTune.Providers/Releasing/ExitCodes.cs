namespace FineTune.Providers.Releasing;

/// <summary>Exit codes of the tool that a release can end with.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is as it should be.</summary>
    public const int Fine = 0;

    /// <summary>The job failed or was cancelled.</summary>
    public const int JobFailed = 1;

    /// <summary>A file cannot be read or written, or a setting is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The provider refused or could not be reached.</summary>
    public const int Refused = 3;

    /// <summary>A budget or policy gate, or another release at work, stopped the release.</summary>
    public const int Gate = 4;

    /// <summary>The job is still running.</summary>
    public const int StillRunning = 5;

    /// <summary>The user interrupted.</summary>
    public const int Interrupted = 130;
}
