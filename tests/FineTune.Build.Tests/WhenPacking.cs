using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenPacking : IDisposable
{
    private readonly Solution solution;

    public WhenPacking(PackedPackage package)
    {
        solution = new(package);
        solution.WriteProject("lib.csproj", "<TargetFramework>net10.0</TargetFramework>");
        solution.Write("finetune.yml", Sample.Manifest);
        solution.Write("data/train.jsonl", Sample.Lines());
    }

    [Fact]
    public void TheLockMustAnswerForTheData()
    {
        solution.Run("pack").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");

        Locks.Train(solution);
        solution.Run("pack", "--no-restore").ShouldPass().Diagnostics().ShouldBeEmpty();

        solution.Write("data/train.jsonl", Sample.Lines(61));
        solution.Run("pack", "--no-restore").ShouldFail()
            .Diagnostics().OfType<Microsoft.Build.Logging.StructuredLogger.Error>().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
        solution.Run("pack", "--no-restore", "-p:FineTuneLocked=false").ShouldPass().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
    }

    [Fact]
    public void AnEmulatedModelIsRefused()
    {
        Locks.Train(solution, emulated: true);

        solution.Build("-p:FineTuneUseEmulatorLock=true").ShouldPass();
        File.ReadAllText(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldContain(Locks.ModelId);

        solution.Run("pack", "--no-restore", "-p:FineTuneUseEmulatorLock=true").ShouldFail().Count("FT7007").ShouldBe(1);
    }

    [FullFact]
    public void PublishingAsksToo() =>
        solution.Run("publish").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");

    public void Dispose() => solution.Dispose();
}
