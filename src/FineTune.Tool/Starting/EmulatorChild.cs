using System.Diagnostics;
using FineTune.Core.Findings;
using FineTune.Providers.Emulation;
using FineTune.Tool.Terminal;

namespace FineTune.Tool.Starting;

/// <summary>The emulator as a child process whose console is ours.</summary>
internal static class EmulatorChild
{
    /// <summary>Runs it until it ends or the user ends it.</summary>
    /// <returns>Its exit code; 130 after Ctrl-C.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        var program = EmulatorFile.Find() ?? throw new UsageException("this build of finetune came without its emulator folder; install the tool again");
        // It watches us, so that it ends too where nobody lets us say goodbye.
        var start = EmulatorFile.Start(program, [.. arguments, "--parent", Environment.ProcessId.ToString()], surroundings.Variable);
        start.WorkingDirectory = surroundings.Folder;
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
