namespace FineTune.Providers.Hosting;

/// <summary>How far a job is.</summary>
internal enum JobState
{
    /// <summary>Accepted, not trained yet: checked or queued.</summary>
    Waiting,

    /// <summary>Being trained.</summary>
    Running,

    /// <summary>Stopped by somebody; goes on only when somebody says so.</summary>
    Paused,

    /// <summary>There is a model.</summary>
    Succeeded,

    /// <summary>The host gave up.</summary>
    Failed,

    /// <summary>Somebody ended it.</summary>
    Cancelled,

    /// <summary>A word that this build does not know; may or may not end.</summary>
    Unknown,
}
