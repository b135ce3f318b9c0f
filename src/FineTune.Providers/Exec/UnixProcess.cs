using System.Runtime.InteropServices;

namespace FineTune.Providers.Exec;

/// <summary>What .NET cannot ask of Unix: a session of its own, and a signal to everything in it.</summary>
internal static class UnixProcess
{
    private const int SignalTerm = 15;

    /// <summary>Leaves the terminal and the process group of whoever started this process, so that its Ctrl-C does not come here.</summary>
    public static void BeginSession()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetSession();
        }
    }

    /// <summary>Asks the processes of a session to end.</summary>
    /// <param name="leader">ID of the process that began the session.</param>
    /// <returns>Whether somebody was there to be asked.</returns>
    public static bool AskToEnd(int leader) =>
        !OperatingSystem.IsWindows() && (Kill(-leader, SignalTerm) == 0 || Kill(leader, SignalTerm) == 0);

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSession();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
