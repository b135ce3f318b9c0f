using System.Diagnostics;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.Exec;

/// <summary>A trainer command that runs: no shell, and of the environment only what the manifest lists, PATH and HOME.</summary>
internal sealed class TrainerProcess : IDisposable
{
    private static readonly string[] s_always = ["PATH", "HOME"];
    private static readonly string[] s_windows = ["SystemRoot", "USERPROFILE", "TEMP"];
    private readonly StreamWriter _log;
    private readonly Action<string>? _lines;

    private TrainerProcess(Process process, StreamWriter log, Action<string>? lines)
    {
        (Process, _log, _lines) = (process, log, lines);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>Starts the command in the manifest's folder, with the run folder as its last argument.</summary>
    /// <exception cref="ReleaseError">FT8013.</exception>
    public static TrainerProcess Start(ProviderSettings provider, RunFolder folder, HostSurroundings surroundings)
    {
        if (provider.Command.Count == 0)
        {
            throw new ReleaseError(ReleaseRules.TrainerFailed, $"the provider {SafeText.Quote(provider.Name)} has no command", ExitCodes.Usage);
        }
        var program = provider.Command[0];
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = surroundings.Folder,
        };
        foreach (var argument in provider.Command.Skip(1).Append(folder.Path))
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment.Clear();
        foreach (var name in provider.Environment.Concat(s_always).Concat(OperatingSystem.IsWindows() ? s_windows : []))
        {
            if (surroundings.Variables(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }
        var log = new StreamWriter(new FileStream(folder.Log, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new TrainerProcess(process, log, surroundings.TrainerLog);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            log.Dispose();
            throw new ReleaseError(ReleaseRules.TrainerFailed, $"the trainer command {SafeText.Quote(program)} cannot be started: is it installed and on the PATH?");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End(Process);
        Process.Dispose();
        lock (_log)
        {
            _log.Dispose();
        }
    }

    /// <summary>Ends a process with everything that it started.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(10));
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (_log)
        {
            if (_log.BaseStream.CanWrite)
            {
                _log.WriteLine(SecretMask.Apply(line));
            }
        }
        _lines?.Invoke(SafeText.Clean(line));
    }
}
