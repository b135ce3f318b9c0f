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

    /// <summary>Whether metadata is that of this run.</summary>
    public bool Fits(IReadOnlyDictionary<string, string> metadata) =>
        metadata.GetValueOrDefault(ProjectKey) == Project && (Run is null || metadata.GetValueOrDefault(RunKey) == Run);
}
