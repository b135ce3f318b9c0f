using System.Text;
using FineTune.Core.Datasets.Lines;

namespace FineTune.Core.Tests.Datasets;

public sealed class WhenAFileIsReadInBlocks
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void BlocksAreTheFileInWholeLines(int seed)
    {
        var file = FileOf(new Random(seed), 6 << 20);
        using var reader = new BlockReader(new MemoryStream(file), 32 << 20);
        var (position, line, last) = (0, 1, false);

        while (reader.Read(CancellationToken.None) is { } block)
        {
            last.ShouldBeFalse();
            var bytes = block.Buffer.AsSpan(0, block.Length);
            (block.FileOffset, block.FirstLine).ShouldBe((position, line));
            bytes.SequenceEqual(file.AsSpan(position, block.Length)).ShouldBeTrue();
            (position, line, last) = (position + block.Length, line + bytes.Count((byte)'\n'), block.IsLast);
            (bytes[^1] == '\n' || last).ShouldBeTrue();
            reader.Return(block);
        }

        position.ShouldBe(file.Length);
        last.ShouldBeTrue();
    }

    [Fact]
    public void AFileThatEndsWithoutALineEndIsOneBlock()
    {
        using var reader = new BlockReader(new MemoryStream("{}\n{}"u8.ToArray()), 32 << 20);

        reader.Read(CancellationToken.None).ShouldNotBeNull().IsLast.ShouldBeTrue();
    }

    [Fact]
    public void ABlockOfManyShortLinesHoldsNoMoreThanThem()
    {
        using var reader = new BlockReader(new MemoryStream(Encoding.ASCII.GetBytes(new string('\n', 4 << 20))), 32 << 20);
        var held = 0L;

        while (reader.Read(CancellationToken.None) is { } block)
        {
            held += block.Buffer.Length;
        }

        held.ShouldBeLessThan(8 << 20, "each of them held a megabyte for its 32 KB, and the rest of the megabyte was copied for each");
    }

    [Fact]
    public void TheBufferOfALongLineIsTakenForTheNext()
    {
        var line = new string('a', 10 << 20) + "\n";
        using var reader = new BlockReader(new MemoryStream(Encoding.ASCII.GetBytes(line + line + line)), 32 << 20);
        var buffers = new HashSet<byte[]>();

        while (reader.Read(CancellationToken.None) is { } block)
        {
            buffers.Add(block.Buffer);
            reader.Return(block);
        }

        buffers.Count.ShouldBeLessThan(3);
    }

    /// <summary>Stretches of short, blank and long lines.</summary>
    private static byte[] FileOf(Random random, int length)
    {
        var file = new byte[length];
        random.NextBytes(file);
        for (var at = 0; at < length;)
        {
            var (stretch, every) = (Math.Min(random.Next(1, 1 << 20), length - at), random.Next(5) switch { 0 => 1, 1 => 2, 2 => 50, 3 => 5_000, _ => 3_000_000 });
            for (var end = at + stretch; at < end; at++)
            {
                file[at] = random.Next(every) == 0 ? (byte)'\n' : (byte)(file[at] | 0x20);
            }
        }
        return file;
    }
}
