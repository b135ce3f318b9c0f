using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing.Locking;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>The lock on disk, with a hook before and after each write.</summary>
internal sealed class TestLock(string path) : ILockFile
{
    private readonly DiskLock disk = new(path);

    public string Path => disk.Path;

    public List<FineTuneLock> Writes { get; } = [];

    public Action<FineTuneLock> Before { get; set; } = _ => { };

    public Action<FineTuneLock> After { get; set; } = _ => { };

    public FineTuneLock? Read() => disk.Read();

    public void Write(FineTuneLock content)
    {
        Before(content);
        disk.Write(content);
        Writes.Add(content);
        After(content);
    }
}
