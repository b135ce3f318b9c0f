using System.Diagnostics;

namespace FineTune.Providers.Tests.Killing;

/// <summary>A release in a process of its own.</summary>
internal static class ReleaseChild
{
    public static Process Start(string address, string folder, int point, string signal)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(ReleaseChild).Assembly.Location, address, folder, point.ToString(), signal })
        {
            start.ArgumentList.Add(argument);
        }
        return Process.Start(start)!;
    }

    public static async Task<(int ExitCode, string Output)> RunAsync(string address, string folder, int point, string signal)
    {
        using var child = Start(address, folder, point, signal);
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, await output + await errors);
    }
}
