using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>A lock that is kept in memory.</summary>
internal sealed class MemoryLock(string path) : ILockFile
{
    public string Path { get; } = path;

    public FineTuneLock? Content { get; set; }

    public Func<FineTuneLock, bool> Fails { get; set; } = _ => false;

    public List<FineTuneLock> Writes { get; } = [];

    public FineTuneLock? Read() => Content;

    public void Write(FineTuneLock content)
    {
        if (Fails(content))
        {
            throw new ReleaseError(new("FT7004", "lock-invalid", Core.Findings.Severity.Error, ""), "the disk is full", ExitCodes.Usage);
        }
        Content = content;
        Writes.Add(content);
    }
}
