namespace FineTune.Core.Files;

/// <summary>A folder of our own among the system's temporary ones, which nobody else may look into; with all that is in it, it goes when it is disposed.</summary>
/// <param name="prefix">How its name begins.</param>
internal sealed class TemporaryFolder(string prefix) : IDisposable
{
    /// <summary>Absolute path without links.</summary>
    public string Path { get; } = RealPath.Of(Directory.CreateTempSubdirectory(prefix).FullName)!;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What was done in it is worth more than a folder that stays where the system clears up.
        }
    }
}
