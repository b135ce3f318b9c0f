namespace FineTune.Core.Lockfile;

/// <summary>How far a training came that has not succeeded.</summary>
public enum AttemptState
{
    /// <summary>Nothing was paid yet: files may have been uploaded.</summary>
    Uploading,

    /// <summary>The create call was about to be made; whether it was, only the provider knows.</summary>
    Creating,

    /// <summary>The provider has the job and works on it.</summary>
    Running,

    /// <summary>The job succeeded and the model waits for its deployment.</summary>
    Deploying,

    /// <summary>The provider gave up.</summary>
    Failed,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
