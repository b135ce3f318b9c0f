using System.Runtime.InteropServices;
using FineTune.Core.Findings;

namespace FineTune.Tool.Terminal;

/// <summary>Ctrl-C and the request to end: the first one asks the command to stop in good order, and gives it a little time; the second one is not held back.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private Timer? end;

    public Interruption() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
        end?.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        if (source.IsCancellationRequested)
        {
            ShowCursor();
            return;
        }
        signal.Cancel = true;
        // Reading from a pipe that nobody writes to can't be cancelled.
        end = new Timer(_ => Exit(), null, Grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }

    private static void Exit()
    {
        ShowCursor();
        Environment.Exit(ExitCode.Interrupted);
    }

    // Progress that moves hides it, and has no time to bring it back.
    private static void ShowCursor()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write("\e[?25h");
        }
    }
}
