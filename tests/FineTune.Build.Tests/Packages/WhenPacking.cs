using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests.Packages;

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
        Directory.EnumerateFiles(solution.Folder, "*.nupkg", SearchOption.AllDirectories).ShouldBeEmpty();

        Locks.Train(solution);
        solution.Run("pack", "--no-restore").ShouldPass().Diagnostics().ShouldBeEmpty();

        solution.Write("data/train.jsonl", Sample.Lines(61));
        solution.Run("pack", "--no-restore").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
        solution.Run("pack", "--no-restore", "-p:FineTuneLocked=false").ShouldPass().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
    }

    [Theory]
    [InlineData("FineTune.Core", "Release", true)]
    [InlineData("FineTune.Tool", "Release", true)]
    [InlineData("FineTune.Core", "Debug", false)]
    public void WhatIsGivenAwayDoesNotTellWhereItWasBuilt(string project, string configuration, bool mapped)
    {
        var (exitCode, output) = Dotnet.Run(Repository.Root, ["msbuild", Path.Combine("src", project), "-getProperty:PathMap", "-p:Configuration=" + configuration, "-p:FineTuneRepositoryUrl="]);

        exitCode.ShouldBe(0, output);
        output.Trim().ShouldBe(mapped ? Repository.Root.TrimEnd('/') + "/=/_/" : "");
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
    public void PublishingAsksToo()
    {
        solution.Run("publish").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");
        Directory.Exists(solution.At("bin/Release/net10.0/publish")).ShouldBeFalse();
        solution.Run("publish", "--no-restore", "--no-build").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7001");

        Locks.Train(solution);
        solution.Run("publish", "--no-restore").ShouldPass().Diagnostics().ShouldBeEmpty();
    }

    [FullFact]
    public void ATrainingThatHasNotEndedIsRefused()
    {
        Locks.Train(solution);
        Locks.Begin(solution);

        solution.Run("pack").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7003");
        solution.Run("pack", "--no-restore", "-p:FineTuneLocked=false").ShouldPass().Count("FT7003").ShouldBe(1);
    }

    [FullFact]
    public void DataThatIsNotHereIsRefused()
    {
        Locks.Train(solution);
        solution.Write("data/train.jsonl", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n");

        solution.Build().ShouldPass().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT1013");
        solution.Run("pack", "--no-restore").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT1013");
    }

    [FullFact]
    public void ABuildThatPacksAsksToo()
    {
        Locks.Train(solution);
        solution.Write("data/train.jsonl", Sample.Lines(61));

        // Nobody knew before that the build would pack: the lint has said the warning.
        solution.Build("-p:GeneratePackageOnBuild=true").ShouldFail().Errors().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
        solution.Build("-p:GeneratePackageOnBuild=true", "-p:FineTuneLocked=false").ShouldPass().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7002");
    }

    [FullFact]
    public void ALockThatIsNoLockIsRefused()
    {
        Locks.Train(solution);
        solution.Write("finetune.lock.json", "<<<<<<< HEAD\n" + File.ReadAllText(solution.At("finetune.lock.json")));

        solution.Run("pack").ShouldFail().Diagnostics().ShouldHaveSingleItem().Code.ShouldBe("FT7004");
    }

    public void Dispose() => solution.Dispose();
}
