using System.Diagnostics;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Emulation;

/// <summary>The bundled emulator as a child process on a free port; it also ends by itself when this process has gone.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private const int CannotWrite = 2;
    private const string Announcement = "listening on ";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    private readonly Process process;

    private EmulatorProcess(Process process, HostAddress address) => (this.process, Address) = (process, address);

    /// <summary>Base address of its API.</summary>
    public HostAddress Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="ReleaseError">FT8005: it is not there, or did not start.</exception>
    public static async Task<EmulatorProcess> StartAsync(HostSurroundings surroundings, CancellationToken cancellation)
    {
        var program = surroundings.EmulatorProgram ?? EmulatorFile.Find();
        if (!File.Exists(program))
        {
            throw Failed("is not beside this program; install the tool again", ExitCode.Usage);
        }
        var process = Start(program, surroundings);
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            deadline.CancelAfter(StartTime);
            var line = await process.StandardOutput.ReadLineAsync(deadline.Token).ConfigureAwait(false);
            if (line is null || !line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                var errors = await process.StandardError.ReadToEndAsync(deadline.Token).ConfigureAwait(false);
                await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
                throw Failed($"did not start: {errors.Trim()}", process.ExitCode == CannotWrite ? ExitCode.Usage : ExitCode.Refused);
            }
            Drain(process);
            return new EmulatorProcess(process, HostAddress.Parse(line[Announcement.Length..]));
        }
        catch (Exception error)
        {
            End(process);
            if (error is OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                throw Failed($"did not start within {StartTime.TotalSeconds} s");
            }
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        End(process);
        return ValueTask.CompletedTask;
    }

    private static Process Start(string program, HostSurroundings surroundings)
    {
        if (WorkFolder.Refusal(surroundings.Folder, "emulator") is { } refusal)
        {
            throw Failed($"is not started: {refusal}", ExitCode.Usage);
        }
        string[] arguments = ["--port", "0", "--data", WorkFolder.Of(surroundings.Folder, "emulator"), "--parent", Environment.ProcessId.ToString()];
        var options = Option("--speed", surroundings.EmulatorSpeed).Concat(Option("--faults", surroundings.EmulatorFaults));
        var start = EmulatorFile.Start(program, arguments.Concat(options), surroundings.Variables);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = surroundings.Folder;
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw Failed(start.FileName == program ? $"cannot be started: {error.Message}" : "cannot be started: is dotnet on the PATH?");
        }
    }

    private static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];

    // A pipe that nobody reads fills up and stops the child.
    private static void Drain(Process process)
    {
        _ = SwallowAsync(process.StandardOutput);
        _ = SwallowAsync(process.StandardError);
    }

    private static async Task SwallowAsync(StreamReader reader)
    {
        try
        {
            await reader.BaseStream.CopyToAsync(Stream.Null).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process has ended.
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(); // alone: it starts nothing, and to look for children is to read every process of the machine
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
        process.Dispose();
    }

    private static ReleaseError Failed(string what, int exitCode = ExitCode.Refused) => new(ReleaseRules.Unreachable, $"the emulator {what}", exitCode);
}
