using System.Diagnostics;
using FineTune.Core.Findings;
using FineTune.Providers.Hosting;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Starting;

/// <summary>The emulator as a child process whose console is ours.</summary>
internal static class EmulatorChild
{
    /// <summary>Runs it until it ends or the user ends it.</summary>
    /// <returns>Its exit code; 130 after Ctrl-C.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "emulator", "finetune-emulator.dll");
        if (!File.Exists(program))
        {
            throw new UsageException("this build of finetune came without its emulator folder; install the tool again");
        }
        var start = new ProcessStartInfo(DotNetHost.Find(surroundings.Variable)) { UseShellExecute = false, WorkingDirectory = surroundings.Folder };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        // It watches us, so that it ends too where nobody lets us say goodbye.
        start.ArgumentList.Add("--parent");
        start.ArgumentList.Add(Environment.ProcessId.ToString());
        surroundings.Output.Flush();
        using var child = Process.Start(start)!;
        try
        {
            await child.WaitForExitAsync(cancellation);
            return child.ExitCode;
        }
        catch (OperationCanceledException)
        {
            // A terminal sends Ctrl-C to both of us: it gets time to end by itself.
            if (!child.WaitForExit(TimeSpan.FromSeconds(3)))
            {
                child.Kill(entireProcessTree: true);
            }
            return ExitCode.Interrupted;
        }
    }
}
