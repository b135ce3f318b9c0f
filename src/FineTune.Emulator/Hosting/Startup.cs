using FineTune.Core.Files;
using FineTune.Emulator.Faults;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Hosting;

/// <summary>The program from its arguments to its exit code: 0 ended, 1 could not start, 2 wrong arguments or a folder that cannot be written.</summary>
internal static class Startup
{
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var line = CommandLine.Parse(arguments, Environment.CurrentDirectory);
        if (line.Options is not { } options)
        {
            await (line.Error is null ? output.WriteLineAsync(CommandLine.Help) : errors.WriteLineAsync($"finetune-emulator: {line.Error}"));
            return line.Error is null ? 0 : 2;
        }
        var faults = FaultList.Load(options.FaultsPath);
        if (faults.Error is { } wrong)
        {
            await errors.WriteLineAsync($"finetune-emulator: {wrong}");
            return 2;
        }
        try
        {
            return await ServeAsync(options, faults, output, errors);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"finetune-emulator: {IOFault.Describe(error)}");
            return error is UnauthorizedAccessException || IOFault.IsFull(error) || IOFault.IsReadOnly(error) ? 2 : 1;
        }
    }

    private static async Task<int> ServeAsync(EmulatorOptions options, FaultList faults, TextWriter output, TextWriter errors)
    {
        Directory.CreateDirectory(options.DataFolder);
        using var held = HeldFile.TryTake(Path.Combine(options.DataFolder, "emulator.lock"));
        if (held is null)
        {
            await errors.WriteLineAsync($"finetune-emulator: another emulator is using {Path.GetRelativePath(Environment.CurrentDirectory, options.DataFolder)}; stop it, or name another folder with --data");
            return 1;
        }
        await using var host = await EmulatorServer.StartAsync(options, faults, errors);
        await output.WriteLineAsync($"listening on {host.BaseAddress}");
        await output.FlushAsync();
        await host.WaitAsync(options.ParentId);
        return 0;
    }
}
