namespace FineTune.Emulator.State;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Ending of files that are being written; what is found at the start was left by a killed process.</summary>
    public const string TemporaryExtension = ".tmp";

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + TemporaryExtension;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(content);
        }
        File.Move(temporary, path, overwrite: true);
    }
}
