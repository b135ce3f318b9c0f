using FineTune.Core.Files;
using System.Text;

namespace FineTune.Core.Reporting.Frames;

/// <summary>Reads single lines of a file in one pass, in bounded memory.</summary>
internal static class LineReader
{
    // Longer lines are shown up to here; what lies beyond has no frame.
    private const int MostBytes = 4 << 20;

    /// <summary>The wanted lines without their ends, by number; lines that are not there are left out.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="numbers">1-based line numbers.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IReadOnlyDictionary<int, string> Read(string path, IEnumerable<int> numbers)
    {
        var lines = new Dictionary<int, string>();
        var wanted = new Queue<int>(numbers.Distinct().Order());
        using var file = RegularFile.Open(path);
        var block = new byte[1 << 16];
        var line = new MemoryStream();
        var number = 1;
        while (wanted.Count > 0)
        {
            var rest = block.AsSpan(0, file.Read(block));
            if (rest.IsEmpty)
            {
                Take(lines, wanted, number, line);
                break;
            }
            while (!rest.IsEmpty && wanted.Count > 0)
            {
                var end = rest.IndexOf((byte)'\n');
                if (number == wanted.Peek())
                {
                    var part = end < 0 ? rest : rest[..end];
                    line.Write(part[..(int)Math.Min(part.Length, MostBytes - line.Length)]);
                }
                if (end < 0)
                {
                    break;
                }
                Take(lines, wanted, number, line);
                number++;
                rest = rest[(end + 1)..];
            }
        }
        return lines;
    }

    private static void Take(Dictionary<int, string> lines, Queue<int> wanted, int number, MemoryStream line)
    {
        if (!wanted.TryPeek(out var next) || next != number)
        {
            return;
        }
        wanted.Dequeue();
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        lines[number] = Encoding.UTF8.GetString(bytes[(number == 1 ? Utf8Mark.LengthOf(bytes) : 0)..]).TrimEnd('\r');
        line.SetLength(0);
    }
}
