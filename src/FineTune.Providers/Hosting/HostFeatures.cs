namespace FineTune.Providers.Hosting;

/// <summary>What a host can do.</summary>
internal sealed record HostFeatures
{
    /// <summary>Name for people, for example <c>OpenAI</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Whether jobs keep metadata; without it a job is known by its training file.</summary>
    public bool Metadata { get; init; } = true;

    /// <summary>Whether it is on this machine, where asking often costs nobody anything.</summary>
    public bool IsNear { get; init; }

    /// <summary>Whether it is the bundled emulator, which only this program asks.</summary>
    public bool IsEmulator { get; init; }

    /// <summary>Whether a trained model answers only after a deployment that the manifest names.</summary>
    public bool Deploys { get; init; }
}
