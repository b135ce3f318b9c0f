using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;
using FineTune.Core.Linting.Diagnosis;

namespace FineTune.Core.Fixing;

/// <summary>The lines of a text as a fix takes them: with all that belongs to one that was broken inside of a string.</summary>
internal sealed class FixedLines(BlockReader reader, CancellationToken cancellation)
{
    /// <summary>What may belong to a line is looked for this far.</summary>
    private const int MostCarried = 1 << 20;

    private readonly JsonTape tape = new();

    /// <summary>A line with its line end.</summary>
    /// <param name="bytes">Where it lies.</param>
    /// <param name="start">Its first byte there.</param>
    /// <param name="length">Its bytes, with those that belong to it and all line ends.</param>
    /// <param name="number">1-based line in the file.</param>
    /// <param name="joined">The line as one, where it was broken; else null.</param>
    public delegate void Taker(byte[] bytes, int start, int length, int number, byte[]? joined);

    /// <summary>Goes through all lines.</summary>
    /// <param name="first">The first block, which was read before.</param>
    /// <param name="take">Takes each line.</param>
    /// <param name="skip">Takes a stretch that is too long to be read.</param>
    /// <param name="isDone">Whether the rest is of no interest.</param>
    public void Walk(LineBlock first, Taker take, Action<LineBlock> skip, Func<bool> isDone)
    {
        byte[] carried = [];
        var number = 1;
        for (var block = first; block is not null && !isDone(); block = reader.Read(cancellation))
        {
            if (block.IsSkippedLine)
            {
                carried = Take(carried, carried.Length, isLast: true, ref number, take, isDone);
                skip(block);
                number++;
                continue;
            }
            var (bytes, length) = carried.Length == 0 ? (block.Buffer, block.Length) : ([.. carried, .. block.Buffer.AsSpan(0, block.Length)], carried.Length + block.Length);
            carried = Take(bytes, length, block.IsLast, ref number, take, isDone);
            reader.Return(block);
        }
        if (carried.Length > 0 && !isDone())
        {
            _ = Take(carried, carried.Length, isLast: true, ref number, take, isDone);
        }
    }

    /// <summary>Hands over the lines of a stretch, and returns what is left of it for the next.</summary>
    private byte[] Take(byte[] bytes, int length, bool isLast, ref int number, Taker take, Func<bool> isDone)
    {
        for (var start = 0; start < length && !isDone();)
        {
            var rest = bytes.AsSpan(start, length - start);
            var end = rest.IndexOf((byte)'\n') is >= 0 and var newline ? newline + 1 : rest.Length;
            var line = rest[..end].TrimEnd("\r\n"u8);
            line = line[Utf8Mark.LengthOf(line)..];
            var (more, isOpen) = MoreOf(line, rest[end..]);
            if (isOpen && !isLast && rest.Length < MostCarried)
            {
                return rest.ToArray();
            }
            take(bytes, start, end + more, number, more > 0 ? SplitString.Join(line, rest.Slice(end, more)) : null);
            number += 1 + rest.Slice(end, more).Count((byte)'\n');
            start += end + more;
        }
        return [];
    }

    private (int More, bool IsOpen) MoreOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> after)
    {
        if (!line.TrimStart(" \t"u8).StartsWith("{"u8))
        {
            return (0, false);
        }
        var fault = tape.Parse(line);
        return fault.Kind == JsonFaultKind.None ? (0, false) : (SplitString.Find(line, fault, after, out var isOpen), isOpen);
    }
}
