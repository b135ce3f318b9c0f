using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>The lock on disk, with a hook before and after each write.</summary>
internal sealed class TestLock(string path) : ILockFile
{
    private readonly DiskLock _disk = new(path);

    public string Path => _disk.Path;

    public List<FineTuneLock> Writes { get; } = [];

    public Action<FineTuneLock> Before { get; set; } = _ => { };

    public Action<FineTuneLock> After { get; set; } = _ => { };

    public FineTuneLock? Read() => _disk.Read();

    public void Write(FineTuneLock content)
    {
        Before(content);
        _disk.Write(content);
        Writes.Add(content);
        After(content);
    }
}
