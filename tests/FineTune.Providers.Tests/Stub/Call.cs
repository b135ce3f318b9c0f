namespace FineTune.Providers.Tests.Stub;

/// <summary>The calls that a release makes.</summary>
public enum Call
{
    ListFiles,
    Upload,
    Content,
    ListJobs,
    Create,
    GetJob,
    Events,
    Checkpoints,
    Cancel,
    Other,
}
