using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Locking;

/// <summary>
/// One release at a time for each lock on a machine: an operating system lock on <c>.finetune/NAME.release</c> beside it, which ends with the
/// process that holds it, however that ends.
/// </summary>
internal sealed class LockGate(string lockPath, Clock clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private string Folder => Path.GetDirectoryName(lockPath)!;

    private string Name => Path.GetFileName(lockPath) + ".release";

    private string File => WorkFolder.Of(Folder, Name);

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
                    $"another release works on {Path.GetFileName(lockPath)}; it was waited for {patience.TotalSeconds:0} s: try again when it has ended",
                    ExitCode.Gate);
            }
            await clock.Pause(Pause, cancellation).ConfigureAwait(false);
        }
    }

    private IDisposable? TryEnter()
    {
        if (WorkFolder.Refusal(Folder, Name) is { } refusal)
        {
            throw Unwritable(refusal);
        }
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            return HeldFile.TryTake(File);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(IOFault.Describe(fault));
        }
    }

    // Nobody holds it, so to wait for its end would help nobody.
    private ReleaseError Unwritable(string why) => new(
        LockRules.Invalid,
        $"{Path.GetFileName(lockPath)} is left alone, since the file beside it that lets one release in at a time ({WorkFolder.Of("", Name)}) cannot be written: {why}",
        ExitCode.Usage);
}
