using System.Diagnostics;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Exec;

/// <summary>Starts a trainer command: no shell, and of the environment only what the manifest lists, PATH and HOME.</summary>
internal static class TrainerStart
{
    private static readonly string[] Always = ["PATH", "HOME"];
    private static readonly string[] Windows = ["SystemRoot", "USERPROFILE", "TEMP"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns when the command runs in the manifest's folder, with the run folder as its last argument.</summary>
    /// <exception cref="ReleaseError">FT8013.</exception>
    public static async Task RunAsync(ProviderSettings provider, RunFolder folder, HostSurroundings surroundings)
    {
        if (provider.Command.Count == 0)
        {
            throw new ReleaseError(ReleaseRules.TrainerFailed, $"the provider {SafeText.Quote(provider.Name)} has no command", ExitCode.Usage);
        }
        using var keeper = Start(provider, folder, surroundings);
        keeper.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var line = await keeper.StandardOutput.ReadLineAsync(deadline.Token).ConfigureAwait(false);
            if (line != TrainerKeeper.Started)
            {
                throw new ReleaseError(ReleaseRules.TrainerFailed, line ?? $"the trainer command {SafeText.Quote(provider.Command[0])} could not be started");
            }
        }
        catch (OperationCanceledException)
        {
            keeper.Kill(entireProcessTree: true);
            throw new ReleaseError(ReleaseRules.TrainerFailed, $"the trainer command did not start within {Patience.TotalSeconds} s");
        }
    }

    private static Process Start(ProviderSettings provider, RunFolder folder, HostSurroundings surroundings)
    {
        string[] names = [.. provider.Environment.Concat(Always).Concat(OperatingSystem.IsWindows() ? Windows : []).Distinct(StringComparer.Ordinal)];
        // This very program: where it is machine code it starts itself, else the dotnet that runs it does.
        var portable = surroundings.KeeperProgram ?? Path.Combine(AppContext.BaseDirectory, "finetune.dll");
        string[] program = File.Exists(portable) ? [DotNetHost.Find(surroundings.Variables), portable] : [Environment.ProcessPath!];
        // Pipes for all three: nothing of a training that outlives the release may hold the release's own output open.
        var start = new ProcessStartInfo(program[0])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = surroundings.Folder,
        };
        foreach (var argument in program.Skip(1).Concat([TrainerKeeper.Verb, folder.Path, surroundings.Folder, string.Join(',', names)]).Concat(provider.Command).Append(folder.Path))
        {
            start.ArgumentList.Add(argument);
        }
        // What the trainer may have, and what .NET itself needs; the latter ends with the keeper.
        foreach (var name in start.Environment.Keys.Where(name => !name.StartsWith("DOTNET_", StringComparison.Ordinal) || names.Contains(name)).ToList())
        {
            start.Environment.Remove(name);
        }
        foreach (var name in names)
        {
            if (surroundings.Variables(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new ReleaseError(ReleaseRules.TrainerFailed, "the trainer command cannot be started: is dotnet on the PATH?");
        }
    }
}
