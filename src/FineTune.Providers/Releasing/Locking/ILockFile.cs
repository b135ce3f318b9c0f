using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Locking;

/// <summary>The lock on disk, as a release reads and replaces it.</summary>
internal interface ILockFile
{
    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>The lock; null where there is none yet.</summary>
    /// <exception cref="ReleaseError">It is not a lock that this build can work with.</exception>
    public FineTuneLock? Read();

    /// <summary>Replaces the lock: all of it or nothing.</summary>
    /// <exception cref="ReleaseError">It could not be written.</exception>
    public void Write(FineTuneLock content);
}
