using System.Runtime.Versioning;

namespace FineTune.Core.Files;

/// <summary>
/// The next content of a file, in a draft beside it that takes its place whole: a reader sees the old content or the new one and nothing between.
/// The file keeps its permissions. A draft that is not placed is removed, and all is as it was.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly string path;
    private readonly string draft;
    private readonly FileStream content;
    private bool isPlaced;

    /// <summary>Begins a draft.</summary>
    /// <param name="path">Absolute path of the file, in a folder that is there.</param>
    /// <exception cref="IOException">The draft cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be made there.</exception>
    public AtomicFile(string path)
    {
        this.path = path;
        draft = FileDraft.New(path);
        // Held until it has its place, so that nobody takes it for an orphan; read by others from the moment that it has it.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read | FileShare.Delete, BufferSize = BufferBytes };
        if (!OperatingSystem.IsWindows() && ModeOf(path) is { } mode)
        {
            // Whoever may not read the file may not read its draft either, from the first byte on.
            options.UnixCreateMode = mode | UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        content = new FileStream(draft, options);
    }

    /// <summary>Replaces a file, or makes it.</summary>
    /// <param name="path">Absolute path of the file, in a folder that is there.</param>
    /// <param name="bytes">The new content.</param>
    /// <param name="durable">Whether it outlasts a loss of power.</param>
    /// <exception cref="IOException">The file cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; it is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool durable)
    {
        using var file = new AtomicFile(path);
        file.Write(bytes);
        file.Flush(durable);
        file.Place();
    }

    /// <summary>Replaces a file, or makes it, unless it holds the same bytes: then not even its time changes.</summary>
    /// <param name="path">Absolute path of the file, in a folder that is there.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="durable">Whether it outlasts a loss of power.</param>
    /// <exception cref="IOException">The file cannot be written; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written; it is as it was.</exception>
    public static void WriteWhereDifferent(string path, ReadOnlySpan<byte> bytes, bool durable)
    {
        if (new FileInfo(path) is not { Exists: true } file || file.Length != bytes.Length || !bytes.SequenceEqual(File.ReadAllBytes(path)))
        {
            Write(path, bytes, durable);
        }
    }

    /// <summary>Puts a file that is written to its end in the place of another one, whose permissions it gets.</summary>
    /// <param name="draft">Absolute path of the file, in the folder of the other one, so that a rename is all it takes.</param>
    /// <param name="path">Absolute path of the other one, which need not be there.</param>
    public static void Place(string draft, string path)
    {
        if (!OperatingSystem.IsWindows() && ModeOf(path) is { } mode && mode != ModeOf(draft))
        {
            File.SetUnixFileMode(draft, mode);
        }
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Adds to the draft.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            content.Write(bytes);
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw TooLarge(fault);
        }
    }

    /// <summary>Adds all that a stream holds.</summary>
    /// <exception cref="IOException">There is no room for it, or it cannot be read.</exception>
    public async Task WriteAsync(Stream source, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        while (await source.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            Write(buffer.AsSpan(0, read));
        }
    }

    /// <summary>Writes what was added so far.</summary>
    /// <param name="durable">Whether it outlasts a loss of power.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public void Flush(bool durable)
    {
        try
        {
            content.Flush(durable);
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw TooLarge(fault);
        }
    }

    /// <summary>Puts the draft in the place of the file.</summary>
    /// <exception cref="IOException">The file cannot be replaced; it is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be replaced; it is as it was.</exception>
    public void Place()
    {
        Flush(durable: false);
        Place(draft, path);
        isPlaced = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            content.Dispose();
        }
        catch (Exception fault) when (!isPlaced && fault is IOException or ArgumentOutOfRangeException)
        {
            // What had no room before has none now.
        }
        if (!isPlaced)
        {
            FileDraft.Remove(draft);
        }
    }

    // That is how .NET says EFBIG.
    private static IOException TooLarge(ArgumentOutOfRangeException fault) => new("the file system takes no file of this size", fault);

    // A link is replaced itself, and its own permissions mean nothing.
    [UnsupportedOSPlatform("windows")]
    private static UnixFileMode? ModeOf(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null } file ? file.UnixFileMode : null;
}
