namespace FineTune.Core.Files;

/// <summary>A file that one at a time holds, on this machine: an operating system lock, which ends with the process that has it, however that ends.</summary>
internal static class HeldFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Takes the file and holds it until the result is disposed; null where somebody else, another thread too, holds it.</summary>
    /// <param name="path">Absolute path of the file, which is made where it is missing, and stays.</param>
    /// <exception cref="IOException">The file cannot be made at all.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not ours to hold.</exception>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException fault) when (IOFault.IsHeld(fault))
        {
            return null;
        }
    }

    /// <summary>Waits for the file and holds it until the result is disposed.</summary>
    /// <param name="path">Absolute path of the file, which is made where it is missing, and stays.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was cancelled.</exception>
    /// <exception cref="IOException">The file cannot be made at all.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not ours to hold.</exception>
    public static IDisposable Take(string path, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(path) is { } held)
            {
                return held;
            }
            cancellation.WaitHandle.WaitOne(Pause);
        }
    }
}
