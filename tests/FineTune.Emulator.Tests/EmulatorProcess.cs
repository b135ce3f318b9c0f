using System.Diagnostics;

namespace FineTune.Emulator.Tests;

/// <summary>
/// The emulator as a process of its own: the portable one that was built with the tests. Where FINETUNE_EMULATOR names a program, that one,
/// and every test that otherwise talks to an emulator in the tests' process talks to it too.
/// </summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly string? Other = Environment.GetEnvironmentVariable("FINETUNE_EMULATOR") is { Length: > 0 } path ? Path.GetFullPath(path) : null;
    private readonly Process process;
    private readonly TextWriter errors;

    private EmulatorProcess(Process process, string firstLine, TextWriter errors)
    {
        (this.process, this.errors) = (process, errors);
        FirstLine = firstLine;
        _ = KeepErrorsAsync();
    }

    /// <summary>Whether it is another program than the one that was built.</summary>
    public static bool IsOther => Other is not null;

    public string FirstLine { get; }

    /// <summary>The address to give to a client.</summary>
    public Uri Address => new(FirstLine["listening on ".Length..]);

    public Api Api { get; private set; } = null!;

    public static Task<EmulatorProcess> StartAsync(string folder, params string[] arguments) => StartAsync(folder, TextWriter.Null, arguments);

    /// <summary>Starts it; what it says on stderr is written to the writer.</summary>
    public static async Task<EmulatorProcess> StartAsync(string folder, TextWriter errors, IReadOnlyList<string> arguments)
    {
        var process = Launch(["--data", folder, .. arguments]);
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        var emulator = new EmulatorProcess(process, line, errors);
        emulator.Api = new Api(emulator.Address);
        return emulator;
    }

    /// <summary>Runs it until it ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Launch(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        return (process.ExitCode, await output, await error);
    }

    public async Task<int> WaitAsync()
    {
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        return process.ExitCode;
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await kill.WaitForExitAsync();
        return await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (!process.HasExited)
        {
            await KillAsync();
        }
        process.Dispose();
    }

    private static Process Launch(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Other ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in IsOther ? arguments : arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "finetune-emulator.dll")))
        {
            start.ArgumentList.Add(argument);
        }
        return Process.Start(start)!;
    }

    // A pipe that nobody reads fills up and stops the child.
    private async Task KeepErrorsAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            await errors.WriteLineAsync(line);
        }
    }
}
