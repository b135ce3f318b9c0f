using System.ComponentModel;
using System.Diagnostics;

namespace FineTune.Emulator.Hosting;

/// <summary>The process that started the emulator.</summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    /// <summary>Comes back when the process has gone, or at once where there is none of that ID.</summary>
    public static async Task WaitForExitAsync(int id, CancellationToken cancellation)
    {
        var started = StartTime(id);
        while (started is not null && StartTime(id) == started)
        {
            await Task.Delay(Interval, cancellation);
        }
    }

    // The start time tells a process from another one that was given the same ID later.
    private static DateTime? StartTime(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
