using FineTune.Core.Files;
using Microsoft.Win32.SafeHandles;

namespace FineTune.Core.Identity;

/// <summary>
/// Reads one dataset file as it is uploaded, in pieces and in bounded memory however long its lines are:
/// no byte-order mark, no blank lines, one LF after each line.
/// </summary>
internal sealed class NormalizedFile(string path, int bufferBytes = NormalizedFile.DefaultBufferBytes) : IDisposable
{
    public const int DefaultBufferBytes = 128 * 1024;

    private const byte LineFeed = (byte)'\n';

    private const byte CarriageReturn = (byte)'\r';

    private readonly SafeFileHandle handle =
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);

    private readonly int capacity = Math.Max(bufferBytes, 4);

    // One byte more than is ever read: the LF of a last line that lacks one.
    private readonly byte[] buffer = new byte[Math.Max(bufferBytes, 4) + 1];

    private long offset;

    private int start;

    private int end;

    private bool ended;

    private bool began;

    private bool insideLine;

    private long nextLine = 1;

    /// <summary>Lines with content that were begun so far.</summary>
    public long Examples { get; private set; }

    /// <summary>1-based line of the file that the last piece is from.</summary>
    public long Line { get; private set; }

    private ReadOnlySpan<byte> Window => buffer.AsSpan(start, end - start);

    /// <summary>The next piece, at most a line of it; empty at the end of the file. It is valid until the next call.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReadOnlyMemory<byte> Next()
    {
        if (!began)
        {
            began = true;
            Fill();
            start += Utf8Mark.LengthOf(Window);
        }
        return insideLine || FindLine() ? NextPiece() : default;
    }

    public void Dispose() => handle.Dispose();

    // Passes over blank lines; false at the end of the file.
    private bool FindLine()
    {
        while (true)
        {
            if (start == end && !Fill())
            {
                return false;
            }

            var content = Window.IndexOfAnyExcept((byte)' ', (byte)'\t');
            var isReturn = content >= 0 && Window[content] == CarriageReturn;
            if (content >= 0 && !isReturn && Window[content] != LineFeed)
            {
                return BeginLine();
            }
            if (content >= 0 && !isReturn)
            {
                PassLine(content + 1);
            }
            else if (isReturn && content + 1 < Window.Length)
            {
                if (Window[content + 1] != LineFeed)
                {
                    return BeginLine();
                }
                PassLine(content + 2);
            }
            else if (!Fill())
            {
                if (ended)
                {
                    return false;
                }
                if (!IsBlankAhead(out var next))
                {
                    return BeginLine();
                }
                (offset, start, end) = (next, 0, 0);
                nextLine++;
            }
        }
    }

    private bool BeginLine()
    {
        insideLine = true;
        Line = nextLine;
        Examples++;
        return true;
    }

    private void PassLine(int bytes)
    {
        start += bytes;
        nextLine++;
    }

    private ReadOnlyMemory<byte> NextPiece()
    {
        while (true)
        {
            var lineFeed = Window.IndexOf(LineFeed);
            if (lineFeed >= 0)
            {
                return EndLine(lineFeed, consumed: lineFeed + 1);
            }
            if (ended)
            {
                return EndLine(Window.Length, consumed: Window.Length);
            }
            if (!Fill() && !ended)
            {
                // A CR at the end waits for what follows it.
                return Take(Window.Length - (Window is [.., CarriageReturn] ? 1 : 0));
            }
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var piece = buffer.AsMemory(start, length);
        start += length;
        return piece;
    }

    // The line's last bytes, with an LF in place of the line end that the file has or lacks.
    private ReadOnlyMemory<byte> EndLine(int length, int consumed)
    {
        var content = Window[..length] is [.., CarriageReturn] ? length - 1 : length;
        var piece = buffer.AsMemory(start, content + 1);
        piece.Span[content] = LineFeed;
        start += consumed;
        nextLine++;
        insideLine = false;
        return piece;
    }

    // False where nothing was added: the file has ended, or the window fills the buffer.
    private bool Fill()
    {
        if (ended)
        {
            return false;
        }
        if (start > 0)
        {
            Window.CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        var before = end;
        while (end < capacity)
        {
            var read = RandomAccess.Read(handle, buffer.AsSpan(end, capacity - end), offset);
            if (read == 0)
            {
                ended = true;
                break;
            }
            end += read;
            offset += read;
        }
        return end > before;
    }

    // Looks beyond the buffer, which holds nothing but white space: memory must not grow with the line.
    private bool IsBlankAhead(out long next)
    {
        var ahead = new byte[capacity];
        var position = offset - Window.Length;
        while (true)
        {
            var read = RandomAccess.Read(handle, ahead, position);
            var content = ahead.AsSpan(0, read).IndexOfAnyExcept((byte)' ', (byte)'\t');
            if (content < 0 && read > 0)
            {
                position += read;
                continue;
            }

            position += Math.Max(content, 0);
            var tail = new byte[2];
            var tailLength = RandomAccess.Read(handle, tail, position);
            var isBlank = tailLength == 0 || tail[0] == LineFeed || (tail[0] == CarriageReturn && (tailLength == 1 || tail[1] == LineFeed));
            next = position + (tail[0] == CarriageReturn ? tailLength : Math.Min(tailLength, 1));
            return isBlank;
        }
    }
}
