using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Providers.Releasing.Locking;

/// <summary>The one way in which a release changes the lock: read it, change it, replace it, with the gate held.</summary>
internal sealed class LockSession(ILockFile file, LockGate gate) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The lock as it is now; null where there is none.</summary>
    public FineTuneLock? Read() => file.Read();

    /// <summary>The lock to go on from; where there is none, the first of a project, which gets its ID here.</summary>
    public FineTuneLock ReadOrBegin() => Read() ?? LockEdit.New(ProjectId.New());

    /// <summary>Holds the gate until the result is disposed; for the steps between reading the lock and having a job.</summary>
    public async Task<IDisposable> EnterAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await this.turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return new Turn(this.turn, await gate.EnterAsync(patience, cancellation).ConfigureAwait(false));
        }
        catch
        {
            this.turn.Release();
            throw;
        }
    }

    /// <summary>Replaces the lock while the caller holds the gate since it was read.</summary>
    public void Write(FineTuneLock content) => file.Write(content);

    /// <summary>Reads, changes and replaces the lock; takes the gate for the moment.</summary>
    public async Task<FineTuneLock> ChangeAsync(TimeSpan patience, Func<FineTuneLock, FineTuneLock> change)
    {
        // Not cancellable: what is to be written has happened.
        using (await EnterAsync(patience, CancellationToken.None).ConfigureAwait(false))
        {
            var changed = change(ReadOrBegin());
            file.Write(changed);
            return changed;
        }
    }

    public void Dispose() => this.turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn, IDisposable held) : IDisposable
    {
        public void Dispose()
        {
            held.Dispose();
            turn.Release();
        }
    }
}
