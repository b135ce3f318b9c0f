using FineTune.Core.Contracts;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Locking;

/// <summary>The lock as a file.</summary>
/// <param name="path">Absolute path.</param>
internal sealed class DiskLock(string path) : ILockFile
{
    /// <inheritdoc/>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public FineTuneLock? Read()
    {
        var reading = LockReader.Read(Path);
        return reading.Findings is [var first, ..]
            ? throw new ReleaseError(
                LockRules.All.FirstOrDefault(rule => rule.Code == first.Code) ?? LockRules.Invalid,
                $"{System.IO.Path.GetFileName(Path)}({first.Range.Start.Line},{first.Range.Start.Column}): {first.Message}; nothing is released on a lock that cannot be relied on",
                ExitCode.Failed)
            : reading.Lock;
    }

    /// <inheritdoc/>
    public void Write(FineTuneLock content)
    {
        try
        {
            LockWriter.Write(Path, ContractFolder.Store(Path, content));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseError(LockRules.Invalid, $"{System.IO.Path.GetFileName(Path)} cannot be written: {IOFault.Describe(error.InnerException ?? error)}", ExitCode.Usage);
        }
    }
}
