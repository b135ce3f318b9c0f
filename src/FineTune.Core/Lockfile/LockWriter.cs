using System.Text;
using FineTune.Core.Files;

namespace FineTune.Core.Lockfile;

/// <summary>Writes a lock so that a reader, or a machine that loses power, sees the old one or the new one and nothing between.</summary>
internal static class LockWriter
{
    /// <summary>Replaces the lock, or makes it. What is there already and has the same text is left alone.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="locked">The lock.</param>
    /// <exception cref="IOException">The lock cannot be written: the message says which file and why, and the old lock is as it was.</exception>
    public static void Write(string path, FineTuneLock locked)
    {
        var bytes = Encoding.UTF8.GetBytes(LockText.Of(locked));
        FileDraft.RemoveOrphans(path);
        try
        {
            AtomicFile.WriteWhereDifferent(path, bytes, durable: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new IOException($"cannot write the lock {Path.GetFileName(path)}: {IOFault.Describe(exception)}", exception);
        }
    }
}
