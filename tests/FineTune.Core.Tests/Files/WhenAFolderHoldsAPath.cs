using FineTune.Core.Building;
using FineTune.Core.Files;

namespace FineTune.Core.Tests.Files;

public sealed class WhenAFolderHoldsAPath
{
    private static readonly string Root = Path.GetPathRoot(Path.GetTempPath())!;

    [Theory]
    [InlineData("app", "app", true)]
    [InlineData("app", "app/a.jsonl", true)]
    [InlineData("app/", "app/a.jsonl", true)]
    [InlineData("app", "app/..data/a.jsonl", true)]
    [InlineData("app", "app2/a.jsonl", false)]
    [InlineData("app", "a.jsonl", false)]
    [InlineData("", "a.jsonl", true)]
    public void ItsNameIsTheStartOfThePathByWholeParts(string folder, string path, bool holds) =>
        RepositoryBoundary.Holds(At(folder), At(path)).ShouldBe(holds);

    [Theory]
    [InlineData("app/..data/a.jsonl", "..data/a.jsonl")]
    [InlineData("app/../data/a.jsonl", "app/../data/a.jsonl")]
    [InlineData("data/a.jsonl", "data/a.jsonl")]
    public void ABuildShowsItShort(string path, string shown) =>
        ShownPath.Of(At("app"), At(path)).ShouldBe(shown.StartsWith("..", StringComparison.Ordinal) ? shown.Replace('/', Path.DirectorySeparatorChar) : At(shown));

    private static string At(string path) => Root + path.Replace('/', Path.DirectorySeparatorChar);
}
