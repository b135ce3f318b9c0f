namespace FineTune.Core.Files;

/// <summary>Replaces a file so that whoever reads it sees the old one or the new one and nothing between.</summary>
internal static class FileReplacement
{
    /// <summary>Writes bytes to a file, or leaves it as it was.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="bytes">The new content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = TemporaryBeside(path);
        try
        {
            using (var stream = Create(temporary))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            Replace(temporary, path);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>A path in the same folder, so that a rename is all it takes.</summary>
    public static string TemporaryBeside(string path) => $"{path}.{Path.GetRandomFileName()}.tmp";

    /// <summary>Opens a file that is not there yet.</summary>
    public static FileStream Create(string temporary) => new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);

    /// <summary>Puts the written file in the place of the old one, with the old one's permissions.</summary>
    public static void Replace(string temporary, string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Removes a file that is of no use any more, if it can be removed.</summary>
    public static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to tell.
        }
    }
}
