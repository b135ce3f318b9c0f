using System.Text;

namespace FineTune.Core.Fixing.Output;

/// <summary>Writes what would change as a unified diff that <c>git apply</c> and <c>patch -p1</c> take; lines are there whole.</summary>
internal sealed class UnifiedDiff(Stream output, string name) : IFixOutput
{
    private const int Context = 3;

    private readonly MemoryStream hunk = new();

    /// <summary>Kept lines that are not in the hunk yet: the last three before one, or all since its last change.</summary>
    private readonly Queue<byte[]> kept = new();

    private bool hasHeader;

    private bool isOpen;

    private int oldLine;

    private int newLine;

    private int oldStart;

    private int newStart;

    private int oldCount;

    private int newCount;

    public void Keep(ReadOnlySpan<byte> line)
    {
        (oldLine, newLine) = (oldLine + 1, newLine + 1);
        kept.Enqueue(line.ToArray());
        // Two hunks whose contexts would touch are one.
        if (isOpen && kept.Count > Context * 2)
        {
            Close();
        }
        while (!isOpen && kept.Count > Context)
        {
            kept.Dequeue();
        }
    }

    public void KeepUnread(long offset, long bytes)
    {
        Close();
        kept.Clear();
        (oldLine, newLine) = (oldLine + 1, newLine + 1);
    }

    public void Replace(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> with)
    {
        if (!isOpen)
        {
            (isOpen, oldCount, newCount) = (true, 0, 0);
            (oldStart, newStart) = (oldLine - kept.Count, newLine - kept.Count);
        }
        WriteKept(kept.Count);
        foreach (var line in Split(lines))
        {
            Write('-', line);
            (oldLine, oldCount) = (oldLine + 1, oldCount + 1);
        }
        foreach (var line in Split(with))
        {
            Write('+', line);
            (newLine, newCount) = (newLine + 1, newCount + 1);
        }
    }

    public void Finish()
    {
        Close();
        output.Flush();
    }

    public void Dispose() => hunk.Dispose();

    private void Close()
    {
        if (!isOpen)
        {
            return;
        }
        var after = kept.Skip(Context).ToList();
        WriteKept(Math.Min(kept.Count, Context));
        if (!hasHeader)
        {
            Say($"--- {Quoted("a/" + name)}\n+++ {Quoted("b/" + name)}\n");
            hasHeader = true;
        }
        Say($"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@\n");
        hunk.WriteTo(output);
        hunk.SetLength(0);
        isOpen = false;
        kept.Clear();
        foreach (var line in after)
        {
            kept.Enqueue(line);
        }
    }

    private void WriteKept(int count)
    {
        for (; count > 0; count--)
        {
            Write(' ', kept.Dequeue());
            (oldCount, newCount) = (oldCount + 1, newCount + 1);
        }
    }

    private void Write(char mark, ReadOnlySpan<byte> line)
    {
        hunk.WriteByte((byte)mark);
        hunk.Write(line);
        if (!line.EndsWith("\n"u8))
        {
            hunk.Write("\n\\ No newline at end of file\n"u8);
        }
    }

    private void Say(string text) => output.Write(Encoding.UTF8.GetBytes(text));

    private static string Range(int start, int count) => count == 0 ? $"{start},0" : count == 1 ? $"{start + 1}" : $"{start + 1},{count}";

    private static List<byte[]> Split(ReadOnlySpan<byte> lines)
    {
        var list = new List<byte[]>();
        while (!lines.IsEmpty)
        {
            var newline = lines.IndexOf((byte)'\n');
            var length = newline < 0 ? lines.Length : newline + 1;
            list.Add(lines[..length].ToArray());
            lines = lines[length..];
        }
        return list;
    }

    /// <summary>A path as git writes it: in quotes where it has to be, with a tab after it where it has spaces.</summary>
    private static string Quoted(string path)
    {
        if (path.Any(c => c is '"' or '\\' || char.IsControl(c)))
        {
            return $"\"{string.Concat(path.Select(Escaped))}\"";
        }
        return path.Contains(' ') ? path + "\t" : path;
    }

    private static string Escaped(char c) => c switch
    {
        '"' or '\\' => $"\\{c}",
        _ when char.IsControl(c) => string.Concat(Encoding.UTF8.GetBytes([c]).Select(value => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}")),
        _ => c.ToString(),
    };
}
