namespace FineTune.Providers.Hosting;

/// <summary>How a job of ours is known at the provider.</summary>
/// <param name="Project">The lock's project ID.</param>
/// <param name="Run">The digest; for a further training of the same digest with <c>/2</c>, <c>/3</c> … after it. Null for every run of the project.</param>
/// <param name="TrainingFile">Start of the name of its training file; where a host keeps no metadata it names the run.</param>
internal sealed record JobMark(string Project, string? Run, string TrainingFile)
{
    /// <summary>Metadata key of the project.</summary>
    public const string ProjectKey = "finetune_project";

    /// <summary>Metadata key of the run.</summary>
    public const string RunKey = "finetune_digest";

    /// <summary>What every file of ours starts with.</summary>
    public const string FilePrefix = "finetune-";

    /// <summary>Projects that were merged into this one.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>
    /// Whether metadata is that of this run. A run is known by its digest alone, whichever project began it: clones that share no lock yet have
    /// different projects, and the same training is wanted once all the same.
    /// </summary>
    public bool Fits(IReadOnlyDictionary<string, string> metadata) =>
        Run is null ? metadata.GetValueOrDefault(ProjectKey) == Project : metadata.GetValueOrDefault(RunKey) == Run;

    /// <summary>Whether a file's name is that of the run's training file, of this project or another.</summary>
    public bool FitsFile(string name) => Run is null
        ? name.StartsWith(TrainingFile, StringComparison.Ordinal)
        : name.StartsWith(FilePrefix, StringComparison.Ordinal) && name.EndsWith(TrainingFile[(FilePrefix.Length + Project.Length)..], StringComparison.Ordinal);

    /// <summary>What the name of a job's training file says where the host keeps no metadata.</summary>
    public static IReadOnlyDictionary<string, string> OfFile(string name) =>
        new Dictionary<string, string> { [ProjectKey] = name[FilePrefix.Length..].Split('-')[0] };

    /// <summary>Whether a job was begun by this project; also where the host does not say.</summary>
    public bool IsOwn(TrainingJob job) => job.Metadata.GetValueOrDefault(ProjectKey) is not { } project || project == Project || Merged.Contains(project);
}
