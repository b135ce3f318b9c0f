namespace FineTune.Emulator.Chat;

/// <summary>Reads a file line by line and knows where each line stands.</summary>
internal sealed class PlacedLineReader(Stream file)
{
    private const int FirstBytes = 128 * 1024;

    private byte[] buffer = new byte[FirstBytes];
    private int filled;
    private int at;
    private long start;

    /// <summary>The next line without its end, valid until the next call; false at the end of the file.</summary>
    public bool TryRead(out long offset, out ReadOnlyMemory<byte> line)
    {
        var searched = at;
        int end;
        while ((end = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = filled - at;
            if (!Fill())
            {
                (offset, line) = (start + at, buffer.AsMemory(at, filled - at));
                at = filled;
                return !line.IsEmpty;
            }
        }
        (offset, line) = (start + at, buffer.AsMemory(at, searched + end - at));
        at = searched + end + 1;
        return true;
    }

    // Moves what is left to the front, so that a line begins there, and reads on behind it.
    private bool Fill()
    {
        start += at;
        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        (filled, at) = (filled - at, 0);
        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = file.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        return read > 0;
    }
}
