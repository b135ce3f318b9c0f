using FineTune.Core.Findings;

namespace FineTune.Providers.Releasing;

/// <summary>
/// One release at a time for each lock on a machine: an operating system lock on <c>.finetune/NAME.release</c> beside it, which ends with the
/// process that holds it, however that ends.
/// </summary>
internal sealed class LockGate(string lockPath, Clock clock)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private string File => Path.Combine(Path.GetDirectoryName(lockPath)!, ".finetune", Path.GetFileName(lockPath) + ".release");

    /// <summary>Waits for the gate and holds it until the result is disposed.</summary>
    /// <exception cref="ReleaseError">FT8009: another release holds it for longer than <paramref name="patience"/>.</exception>
    public async Task<IDisposable> EnterAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var start = clock.Time.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryEnter() is { } held)
            {
                return held;
            }
            if (clock.Time.GetElapsedTime(start) >= patience)
            {
                throw new ReleaseError(
                    ReleaseRules.ReleaseRunning,
                    $"another release works on {Path.GetFileName(lockPath)}; it was waited for {patience.TotalSeconds:0} s: try again when it has ended");
            }
            await clock.Pause(s_pause, cancellation).ConfigureAwait(false);
        }
    }

    private FileStream? TryEnter()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            return new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw Unwritable();
        }
        catch (IOException) when (System.IO.File.Exists(File))
        {
            return null;
        }
        catch (IOException)
        {
            throw Unwritable();
        }
    }

    private ReleaseError Unwritable() => new(
        ReleaseRules.ReleaseRunning,
        $"{Path.GetFileName(Path.GetDirectoryName(File))}/{Path.GetFileName(File)} beside the lock cannot be written, so it is not known whether another release runs",
        ExitCodes.Usage);
}
