using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Providers.Exec;

/// <summary>
/// A small process between a release and its trainer command, in a session of its own: the training goes on when the release ends, is killed or gets
/// Ctrl-C, its log is kept to the end, and an operating system lock on the run folder sees to it that one folder never has two trainers.
/// </summary>
internal sealed class TrainerKeeper(RunFolder folder, TimeProvider clock)
{
    /// <summary>First argument of the program that keeps a trainer.</summary>
    public const string Verb = "keep-trainer";

    /// <summary>What it says first when the trainer runs; anything else is why it does not.</summary>
    public const string Started = "started";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>The program: the run folder, the folder to start in, the names of variables for the trainer, and its command.</summary>
    /// <returns>Exit code of the process; nobody reads it.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TimeProvider clock)
    {
        if (arguments is not [var run, var start, var names, var program, ..])
        {
            return 2;
        }
        UnixProcess.BeginSession();
        return await new TrainerKeeper(new RunFolder(run), clock).RunAsync(start, names.Split(',', StringSplitOptions.RemoveEmptyEntries), program, arguments.Skip(4)).ConfigureAwait(false);
    }

    private async Task<int> RunAsync(string start, IReadOnlyList<string> names, string program, IEnumerable<string> arguments)
    {
        IDisposable? taken;
        try
        {
            taken = await folder.HoldAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Tell($"the folder of the run cannot be held: {IOFault.Describe(fault)}");
            return 1;
        }
        using var held = taken;
        if (held is null || folder.Job(isRunning: false).HasEnded)
        {
            Tell(Started); // by another keeper, or to its end
            return 0;
        }
        FileDraft.RemoveOrphansIn(folder.Path);
        using var ended = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ended.Cancel();
        });
        var createdAt = folder.CreatedAt ?? clock.GetUtcNow().ToUnixTimeSeconds();
        using var self = Process.GetCurrentProcess();
        RunFolder.Write(folder.State, new JsonObject { ["created_at"] = createdAt, ["process"] = self.Id, ["started"] = RunFolder.StartOf(self) });
        if (folder.Job(isRunning: false).HasEnded)
        {
            return 0; // cancelled before the note above, so by somebody who could not end us
        }
        var log = new StreamWriter(new FileStream(folder.Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        await using (log.ConfigureAwait(false))
        {
            return await RunAsync(StartInfo(start, names, program, arguments), log, createdAt, ended.Token).ConfigureAwait(false);
        }
    }

    private async Task<int> RunAsync(ProcessStartInfo start, StreamWriter log, long createdAt, CancellationToken askedToEnd)
    {
        Process trainer;
        try
        {
            trainer = Process.Start(start)!;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Tell($"the trainer command {SafeText.Quote(start.FileName)} cannot be started: is it installed and on the PATH?");
            return 1;
        }
        using (trainer)
        {
            trainer.StandardInput.Close();
            trainer.OutputDataReceived += (_, line) => Keep(log, line.Data);
            trainer.ErrorDataReceived += (_, line) => Keep(log, line.Data);
            trainer.BeginOutputReadLine();
            trainer.BeginErrorReadLine();
            Tell(Started);
            await WaitAsync(trainer, askedToEnd).ConfigureAwait(false);
            NoteEnd(trainer.ExitCode, createdAt, askedToEnd.IsCancellationRequested);
        }
        return 0;
    }

    // Asked to end, the whole session was: the trainer has its time to clean up, for example to take its job out of a queue.
    private static async Task WaitAsync(Process trainer, CancellationToken askedToEnd)
    {
        try
        {
            await trainer.WaitForExitAsync(askedToEnd).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            using var grace = new CancellationTokenSource(Grace);
            try
            {
                await trainer.WaitForExitAsync(grace.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                trainer.Kill(entireProcessTree: true);
                await trainer.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    // One that was asked to end, by a cancel or by a machine that shuts down, has not failed: the next release goes on with it.
    private void NoteEnd(int exitCode, long createdAt, bool wasAskedTo)
    {
        if (!wasAskedTo && !File.Exists(folder.Cancelled))
        {
            RunFolder.Write(folder.State, new JsonObject { ["created_at"] = createdAt, ["finished_at"] = clock.GetUtcNow().ToUnixTimeSeconds(), ["exit_code"] = exitCode });
        }
    }

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyList<string> names, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var name in start.Environment.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }
        return start;
    }

    private static void Keep(StreamWriter log, string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (log)
        {
            log.WriteLine(SecretMask.Apply(line));
        }
    }

    private static void Tell(string line)
    {
        try
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
        catch (IOException)
        {
            // The release has gone; the training goes on.
        }
    }
}
