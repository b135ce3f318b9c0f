namespace FineTune.Core.Linting.Cache;

/// <summary>Lets one process or thread at a time lint a manifest; the others wait and then find its result.</summary>
internal static class CacheLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits for the lock and takes it; it is given back when the result is disposed, and by the system when the process dies.</summary>
    /// <param name="path">Absolute path of the lock file, which stays.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was cancelled.</exception>
    /// <exception cref="IOException">The file cannot be made at all.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not ours to write in.</exception>
    public static IDisposable Take(string path, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                cancellation.WaitHandle.WaitOne(Pause);
            }
        }
    }

    // Windows: sharing and lock violation. Elsewhere the runtime hands on EWOULDBLOCK, which is 11 on Linux and 35 on macOS.
    private static bool IsHeldByAnother(IOException e) =>
        OperatingSystem.IsWindows() ? e.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) : e.HResult is 11 or 35;
}
