namespace FineTune.Core.Files;

/// <summary>Opens files that may turn out to be something else.</summary>
internal static class RegularFile
{
    /// <summary>Opens a file to be read from its start on; a pipe, socket or device is empty and never waited for.</summary>
    /// <param name="path">Absolute path that a <see cref="RepositoryBoundary"/> does not refuse.</param>
    /// <exception cref="IOException">The file is not there or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Stream Open(string path) =>
        // Whatever is not a regular file has no length; opening a pipe would wait for a writer for ever.
        new FileInfo(path).Length == 0
            ? Stream.Null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
}
