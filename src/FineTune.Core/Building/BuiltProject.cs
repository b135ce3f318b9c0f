namespace FineTune.Core.Building;

/// <summary>A project in a build, as each of its targets sees it. All paths are absolute.</summary>
internal sealed record BuiltProject
{
    /// <summary>The manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>The lock that the constants come from; the file may be missing.</summary>
    public required string Lock { get; init; }

    /// <summary>The project's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The project's own folder for intermediate files: holds the lint's cache where the manifest's folder cannot be written.</summary>
    public required string IntermediateFolder { get; init; }

    /// <summary>A base model that was shut down is an error.</summary>
    public bool LifecycleAsErrors { get; init; }

    /// <summary>The day that lifecycle dates are judged by.</summary>
    public required DateOnly Today { get; init; }
}
