namespace FineTune.Core.Lockfile;

/// <summary>A finetune.lock.json: which data and settings made which model.</summary>
public sealed record FineTuneLock
{
    /// <summary>Version of the file's form that this build writes.</summary>
    public const int CurrentForm = 1;

    /// <summary>Version of the file's form.</summary>
    public int Form { get; init; } = CurrentForm;

    /// <summary>Random ID of the project, written once; jobs and files at the provider carry it.</summary>
    public required string Project { get; init; }

    /// <summary>IDs of the projects whose locks were merged into this one, in ordinal order: what carries them at the provider is this project's too.</summary>
    public IReadOnlyList<string> MergedProjects { get; init; } = [];

    /// <summary>Models by their name in the manifest, in ordinal order.</summary>
    public required IReadOnlyDictionary<string, LockedModel> Models { get; init; }
}
