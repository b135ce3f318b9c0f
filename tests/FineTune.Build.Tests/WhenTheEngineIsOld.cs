using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenTheEngineIsOld : IDisposable
{
    private readonly Solution solution;

    public WhenTheEngineIsOld(PackedPackage package)
    {
        solution = WhenALineIsBad.Console(package);
        solution.Write("data/train.jsonl", Sample.LinesWithFault());
    }

    [Fact]
    public void ATooOldOneIsNamed()
    {
        var build = solution.Build("-p:_FineTuneEngineVersion=16.11.2").ShouldFail();

        var diagnostic = build.Diagnostics().ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe("FT9001");
        diagnostic.Text.ShouldContain("16.11.2");
    }

    [FullFact]
    public void AProcessOfItsOwnFindsTheSame()
    {
        var build = solution.Build("-p:_FineTuneEngine=taskhost").ShouldFail();

        var diagnostic = build.Diagnostics().ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.LineNumber, diagnostic.ColumnNumber).ShouldBe(("FT2009", 3, 41));
    }

    public void Dispose() => solution.Dispose();
}
