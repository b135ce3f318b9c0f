using System.Diagnostics;

namespace FineTune.Build.Tests.Support;

/// <summary>The package's own emulator in the place of OpenAI.</summary>
internal sealed class EmulatedHost : IDisposable
{
    private readonly Process process;

    public EmulatedHost(string program, string data)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--data", data, "--speed", "instant"]) { RedirectStandardOutput = true };
        process = Process.Start(start)!;
        Address = process.StandardOutput.ReadLine()!["listening on ".Length..].TrimEnd('/');
    }

    /// <summary>Base address of its API.</summary>
    public string Address { get; }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
