namespace FineTune.Core.Planning;

/// <summary>How strict the lock is taken.</summary>
internal enum LockCheckMode
{
    /// <summary>While data is being worked on: nothing about the lock is an error but an invalid one.</summary>
    Lint,

    /// <summary>On a pull request: the lock may be behind the data, but must be valid, of this manifest, and hold no emulated model.</summary>
    AllowStale,

    /// <summary>Before Pack and Publish: every model must be there and real; behind the data is a warning.</summary>
    Pack,

    /// <summary>Before a tag: the lock answers for the manifest and the data as they are.</summary>
    Verify,
}
