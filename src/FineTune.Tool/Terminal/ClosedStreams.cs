using Microsoft.Win32.SafeHandles;

namespace FineTune.Tool.Terminal;

/// <summary>Standard streams that were closed before we began. Left so, the next file that is opened gets the number, and what is said to nobody lands in it.</summary>
internal static class ClosedStreams
{
    private const int LastStandardStream = 2;

    // Closed by nobody: they are held to the end of the process.
    private static readonly List<SafeFileHandle> Held = [];

    /// <summary>Puts something in their place that has nothing to read and takes nothing.</summary>
    public static void Replace()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        try
        {
            SafeFileHandle handle;
            while ((handle = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Read)).DangerousGetHandle() <= LastStandardStream)
            {
                Held.Add(handle);
            }
            handle.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A machine without the null device: the streams are as they are.
        }
    }
}
