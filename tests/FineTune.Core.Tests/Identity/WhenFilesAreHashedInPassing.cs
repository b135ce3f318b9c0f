using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Identity;

namespace FineTune.Core.Tests.Identity;

public sealed class WhenFilesAreHashedInPassing : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-hash-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{}\n{}\n")]
    [InlineData("{}\r\n{}\r\n")]
    [InlineData("{}\r\r\n{}\r")]
    [InlineData("\n\n{} \n \t\n{}\n  \r\n")]
    [InlineData("{}\n  \r")]
    [InlineData("\r{}\n\r\n")]
    public void TheyAreWhatAPassOfItsOwnSays(string text) => Check([Encoding.UTF8.GetBytes(text)], withMark: false);

    [Fact]
    public void SeveralFilesAreOneUpload() => Check(["{}"u8.ToArray(), "\n"u8.ToArray(), "{}\r\n[]"u8.ToArray()], withMark: false);

    [Fact]
    public void TheMarkThatAHostAsksForIsPartOfTheWhole() => Check(["{}\n"u8.ToArray()], withMark: true);

    [Fact]
    public void AnyBytesAreHashedAlike()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            Check([.. Enumerable.Range(0, 1 + (round % 3)).Select(_ => Enumerable.Range(0, random.Next(60)).Select(_ => "\n\n\r\r \t{x"u8[random.Next(8)]).ToArray())], withMark: round % 2 == 0);
        }
    }

    private void Check(byte[][] files, bool withMark)
    {
        using var passing = new PassingHash(files.Length, withMark);
        var sources = new List<UploadSource>();
        foreach (var content in files)
        {
            var path = Path.Combine(folder, $"{sources.Count}.jsonl");
            File.WriteAllBytes(path, content);
            sources.Add(new UploadSource(path, Path.GetFileName(path)));
            for (int at = 0, end; at < content.Length; at = end)
            {
                // A block is one line or several.
                var lineFeed = content.AsSpan(at).IndexOf((byte)'\n');
                end = lineFeed < 0 || content.Length % 2 == 0 ? content.Length : at + lineFeed + 1;
                passing.Append(content.AsSpan(at, end - at));
            }
            passing.EndFile();
        }
        passing.End();

        var measure = new UploadContent(sources, withMark ? ByteOrderMark.Required : ByteOrderMark.Avoid).Measure(CancellationToken.None);

        passing.Total.ShouldBe(measure.Total);
        passing.Files.ShouldBe(measure.Sources.Select(source => source.Content));
    }
}
