using System.Diagnostics;
using System.Runtime.InteropServices;
using FineTune.Core.Findings;
using FineTune.Providers.Exec;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Releasing;

namespace FineTune.Providers.Tests.Killing;

/// <summary>The program that tests start: a release that ends itself at a point that is counted, or the keeper of a trainer.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [TrainerKeeper.Verb, ..])
        {
            return await TrainerKeeper.RunAsync(arguments[1..], TimeProvider.System);
        }
        if (arguments is not [var address, var folder, var point, var signal])
        {
            return 2;
        }
        using var stop = new CancellationTokenSource();
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        var counter = new PointCounter(int.Parse(point), () => End(signal, stop.Token));
        using var clone = new Clone(address, folder: folder);
        clone.Wrap = host => new CountedHost(host, counter);
        clone.Lock.Before = _ => counter.Pass();
        clone.Lock.After = _ => counter.Pass();
        var outcome = await clone.ReleaseAsync(cancellation: stop.Token);
        Console.WriteLine($"{counter.Passed} {outcome.End} {outcome.ExitCode}");
        return outcome.End == ReleaseEnd.Interrupted ? ExitCode.Interrupted : outcome.ExitCode;
    }

    private static void End(string signal, CancellationToken stopped)
    {
        if (signal == "KILL")
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
        using var sender = Process.Start("kill", ["-TERM", Environment.ProcessId.ToString()]);
        stopped.WaitHandle.WaitOne(TimeSpan.FromSeconds(10));
    }
}
