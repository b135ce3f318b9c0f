using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenNothingChanged(PackedPackage package) : IDisposable
{
    private readonly Solution solution = WhenALineIsBad.Console(package);

    [Fact]
    public void TheWarningsComeAgainAndNoDataIsRead()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        var first = solution.Build().ShouldPass();
        first.Count("FT1007").ShouldBe(1);
        first.Says("data read").ShouldBeTrue();

        // The same size and time: who reads it would find the fault.
        var data = solution.At("data/train.jsonl");
        var written = File.GetLastWriteTimeUtc(data);
        File.WriteAllText(data, new string('x', (int)new FileInfo(data).Length));
        File.SetLastWriteTimeUtc(data, written);

        var second = solution.Build("--no-restore").ShouldPass();
        second.Diagnostics().Select(diagnostic => diagnostic.Code).ShouldBe(["FT1007"]);
        second.Says("nothing changed").ShouldBeTrue();

        solution.Write("data/more.jsonl", Sample.Lines(3, from: 100) + "{\n");
        solution.Write("data/train.jsonl", Sample.Lines());
        var third = solution.Build("--no-restore").ShouldFail();
        third.Count("FT1005").ShouldBe(1);
        third.Count("FT1007").ShouldBe(0);

        File.Delete(solution.At("data/more.jsonl"));
        solution.Build("--no-restore").ShouldPass().Diagnostics().ShouldBeEmpty();
    }

    public void Dispose() => solution.Dispose();
}
