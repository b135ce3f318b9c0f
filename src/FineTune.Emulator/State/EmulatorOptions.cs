namespace FineTune.Emulator.State;

/// <summary>How the emulator runs.</summary>
internal sealed record EmulatorOptions
{
    /// <summary>Speed at which a job is over as soon as its files are checked.</summary>
    public const double Instant = 1e9;

    /// <summary>Port on loopback; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Absolute path of the folder that holds the state.</summary>
    public required string DataFolder { get; init; }

    /// <summary>How fast jobs move: 1 takes a few seconds, 10 a tenth of that.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>File of faults to play; null for none.</summary>
    public string? FaultsPath { get; init; }

    /// <summary>The emulator ends when this process has gone; null to ignore others.</summary>
    public int? ParentId { get; init; }

    /// <summary>Writes one line for each request to stderr.</summary>
    public bool Verbose { get; init; }
}
