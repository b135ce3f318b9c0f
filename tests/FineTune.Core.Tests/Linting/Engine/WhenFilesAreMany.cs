using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests.Linting.Engine;

public sealed class WhenFilesAreMany : IDisposable
{
    private const string Sound = """{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}""";

    private readonly string folder = Directory.CreateTempSubdirectory("finetune-many-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheCachesOfTheTokenCounterAreMadeOnce()
    {
        var paths = Enumerable.Range(0, 40).Select(Write).ToArray();
        var request = new LintRequest { Paths = paths, WithTokens = true, Today = new DateOnly(2026, 11, 22) };
        Linter.Lint(request with { Paths = paths[..1] });

        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = Linter.Lint(request);

        // A file of one block is looked through on the thread that asks. A counter takes five megabytes, an index half of one.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(60_000_000);
        report.Datasets.Count.ShouldBe(40);
        report.Datasets.ShouldAllBe(data => data.Tokens!.Content == report.Datasets[0].Tokens!.Content);
    }

    private string Write(int number)
    {
        var path = Path.Combine(folder, $"{number}.jsonl");
        File.WriteAllText(path, Sound + "\n");
        return path;
    }
}
