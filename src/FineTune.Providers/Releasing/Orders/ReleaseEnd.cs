namespace FineTune.Providers.Releasing.Orders;

/// <summary>How a release of a model ended.</summary>
internal enum ReleaseEnd
{
    /// <summary>The lock has a version of this digest: nothing was done.</summary>
    UpToDate,

    /// <summary>There is a new version.</summary>
    Released,

    /// <summary>The job is created and not waited for.</summary>
    Started,

    /// <summary>The job goes on; the time to wait was over, or it stands still.</summary>
    StillRunning,

    /// <summary>The job failed.</summary>
    Failed,

    /// <summary>The job was cancelled.</summary>
    Cancelled,

    /// <summary>Something else stopped the release.</summary>
    Stopped,

    /// <summary>The user interrupted; a job that exists goes on.</summary>
    Interrupted,
}
