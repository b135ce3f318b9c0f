using FineTune.Core.Files;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Files;

public sealed class WhenAFileMayHaveChanged : IDisposable
{
    private static readonly DateTime Began = new DateTime(2026, 1, 15, 10, 0, 0, DateTimeKind.Utc).AddMilliseconds(500);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, true)]
    [InlineData(3_000_000, true)]
    [InlineData(86_400_000, false)]
    [InlineData(-20, true)]
    [InlineData(-100, false)]
    [InlineData(-1400, false)]
    [InlineData(-500, true)]
    [InlineData(-1500, true)]
    [InlineData(-2500, false)]
    public void TheTimeOfAWriteNearTheReadingIsNotTrustedAndARoundedOneLess(int milliseconds, bool isTooFresh)
    {
        var path = folder.Write("a.jsonl", "{}\n");
        File.SetLastWriteTimeUtc(path, Began.AddMilliseconds(milliseconds));

        FileStamp.Of(path).IsTooFresh(Began).ShouldBe(isTooFresh);
    }

    [Fact]
    public void AMissingFileIsTrustedToBeMissing() => FileStamp.Of(folder.File("none.jsonl")).IsTooFresh(Began).ShouldBeFalse();

    [Fact]
    public void AStampIsTheSameAsLongAsTheFileLooksTheSame()
    {
        var path = folder.Write("a.jsonl", "{}\n");
        var stamp = FileStamp.Of(path);
        FileStamp.Of(path).ShouldBe(stamp);

        File.AppendAllText(path, "{}\n");

        FileStamp.Of(path).ShouldNotBe(stamp);
    }
}
