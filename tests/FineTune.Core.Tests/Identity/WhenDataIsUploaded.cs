using System.Security.Cryptography;
using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Files;
using FineTune.Core.Identity;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Identity;

public sealed class WhenDataIsUploaded : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{}\n{}\n", "{}\n{}\n")]
    [InlineData("{}\r\n{}\r\n", "{}\n{}\n")]
    [InlineData("\uFEFF{}\n{}", "{}\n{}\n")]
    [InlineData("{}\n\n \t\n\r\n{}\n  \r\n\t", "{}\n{}\n")]
    [InlineData("{}\r\n{}\r", "{}\n{}\n")]
    [InlineData("{\r}\n", "{\r}\n")]
    [InlineData("  {}  \n", "  {}  \n")]
    [InlineData("\r{}\r\r\n", "\r{}\r\n")]
    [InlineData("", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("\uFEFF\r\n", "")]
    [InlineData("{}\uFEFF\n\uFEFF{}\n", "{}\uFEFF\n\uFEFF{}\n")]
    [InlineData("              {}\n              \n              \r\n              ", "              {}\n")]
    [InlineData("a\n              \r\rb\n", "a\n              \r\rb\n")]
    public void ItsBytesAreNormalised(string file, string uploaded)
    {
        var path = folder.Write("data.jsonl", file);
        foreach (var buffer in (int[])[4, 5, 6, 7, 8, 9, 11, 13, 16, 17, 64, NormalizedFile.DefaultBufferBytes])
        {
            var content = Content(ByteOrderMark.Avoid, buffer, path);

            Read(content).ShouldBe(uploaded);
            var measure = content.Measure(CancellationToken.None);
            measure.Total.ShouldBe(Expected(uploaded));
            measure.Sources.Single().Content.ShouldBe(measure.Total);
        }
    }

    [Fact]
    public void TheStreamAndTheOneDefinitionOfALineAgree()
    {
        var random = new Random(7);
        for (var run = 0; run < 2000; run++)
        {
            var bytes = new byte[random.Next(40)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = " \t\r\n\nx\u00FC\u00EF\u00BB\u00BF"u8[random.Next(6)];
            }
            var path = folder.Write("data.jsonl", bytes);

            ReadBytes(Content(ByteOrderMark.Avoid, 4 + random.Next(8), path)).ShouldBe(ByLines(bytes));
        }
    }

    [Fact]
    public void FilesAreJoinedInTheirOrder()
    {
        var content = Content(ByteOrderMark.Avoid, 16, folder.Write("a.jsonl", "{\"a\":1}"), folder.Write("b.jsonl", "\uFEFF{\"b\":2}\r\n"));

        Read(content).ShouldBe("{\"a\":1}\n{\"b\":2}\n");
        content.Measure(CancellationToken.None).Sources.Select(source => source.Content)
            .ShouldBe([Expected("{\"a\":1}\n"), Expected("{\"b\":2}\n")]);
    }

    [Fact]
    public void AByteOrderMarkStandsFirstOnlyWhereTheHostAsksForOne()
    {
        var content = Content(ByteOrderMark.Required, 16, folder.Write("a.jsonl", "\uFEFF{}"), folder.Write("b.jsonl", "\uFEFF{}"));

        ReadBytes(content).ShouldBe([0xEF, 0xBB, 0xBF, .. "{}\n{}\n"u8]);
        content.Measure(CancellationToken.None).Total.ShouldBe(new ContentMeasure(
            Hash([0xEF, 0xBB, 0xBF, .. "{}\n{}\n"u8]), 9, 2));
    }

    [Fact]
    public void ALineOfTheUploadIsFoundInItsFile()
    {
        var first = folder.Write("a.jsonl", "\n{}\n\r\n   \n{}\n");
        var second = folder.Write("b.jsonl", "                \n{}");
        var content = Content(ByteOrderMark.Required, 8, first, second);

        content.Locate(1)!.Line.ShouldBe(2);
        content.Locate(2).ShouldBe(new SourceLine(content.Sources[0], 5));
        content.Locate(3).ShouldBe(new SourceLine(content.Sources[1], 2));
        content.Locate(4).ShouldBeNull();
        content.Locate(0).ShouldBeNull();
    }

    [Fact]
    public void MemoryDoesNotGrowWithALine()
    {
        var path = folder.File("long.jsonl");
        using (var file = File.Create(path))
        {
            var megabyte = new byte[1 << 20];
            megabyte.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 32; i++)
            {
                file.Write(megabyte);
            }
            file.Write("{}"u8);
        }
        var content = Content(ByteOrderMark.Avoid, NormalizedFile.DefaultBufferBytes, path);
        var before = GC.GetAllocatedBytesForCurrentThread();

        content.Measure(CancellationToken.None).Total.Bytes.ShouldBe((32 << 20) + 3);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2 << 20);
    }

    [Fact]
    public async Task ItCanBeCancelled()
    {
        var content = Content(ByteOrderMark.Avoid, 16, folder.Write("a.jsonl", "{}"));

        Should.Throw<OperationCanceledException>(() => content.Measure(new CancellationToken(canceled: true)));
        await using var stream = content.OpenRead();
        await Should.ThrowAsync<OperationCanceledException>(async () => await stream.ReadExactlyAsync(new byte[4], new CancellationToken(canceled: true)));
    }

    private static UploadContent Content(ByteOrderMark mark, int buffer, params string[] files) =>
        new([.. files.Select(file => new UploadSource(file, Path.GetFileName(file)))], mark) { BufferBytes = buffer };

    private static string Read(UploadContent content) => Encoding.UTF8.GetString(ReadBytes(content));

    private static byte[] ReadBytes(UploadContent content)
    {
        using var stream = content.OpenRead();
        using var copy = new MemoryStream();
        stream.CopyTo(copy, 5);
        return copy.ToArray();
    }

    private static byte[] ByLines(byte[] bytes)
    {
        var rest = bytes.AsSpan();
        rest = rest[Utf8Mark.LengthOf(rest)..];
        var upload = new List<byte>();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n') + 1;
            end = end == 0 ? rest.Length : end;
            var content = UploadLine.Content(rest[..end]);
            if (!content.IsEmpty)
            {
                upload.AddRange(content);
                upload.Add((byte)'\n');
            }
            rest = rest[end..];
        }
        return [.. upload];
    }

    private static ContentMeasure Expected(string uploaded) =>
        new(Hash(Encoding.UTF8.GetBytes(uploaded)), Encoding.UTF8.GetByteCount(uploaded), uploaded.Count(c => c == '\n'));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
