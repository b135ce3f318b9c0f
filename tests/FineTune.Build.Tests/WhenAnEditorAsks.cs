using System.Text.Json;
using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

[Collection(PackageTests.Name)]
public sealed class WhenAnEditorAsks(PackedPackage package) : IDisposable
{
    private static readonly string[] Question = ["-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"];

    private readonly Solution solution = WhenALineIsBad.Console(package);

    [Fact]
    public void ConstantsAreWrittenAndNothingIsLinted()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithFault());

        var build = solution.Build(Question).ShouldPass();

        build.Diagnostics().ShouldBeEmpty();
        build.Tasks("LintDatasets").ShouldBeEmpty();
        File.Exists(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBeTrue();
    }

    [Fact]
    public void ItMayAskBeforeTheFirstBuild()
    {
        solution.Write("data/train.jsonl", Sample.Lines());
        solution.Run("restore").ShouldPass();

        // It evaluates as editors do: items whose condition is false, too.
        var (exitCode, output) = Dotnet.Run(solution.Folder, ["run", "--no-restore"], new Dictionary<string, string> { ["NUGET_PACKAGES"] = package.Packages, ["FINETUNE_TODAY"] = "2026-01-15" });

        exitCode.ShouldBe(0, output);
        output.ShouldBe("hello\n");
    }

    [Fact]
    public void ItKnowsWhatABuildDependsOn()
    {
        solution.Write("data/50% (a;b) 'ü' @x.jsonl", Sample.Lines(60, from: 100));
        solution.Write("data/train.jsonl", Sample.Lines());
        solution.Build().ShouldPass();

        var (_, output) = Dotnet.Run(solution.Folder, ["msbuild", "-getItem:UpToDateCheckInput"], new Dictionary<string, string> { ["NUGET_PACKAGES"] = package.Packages });

        using var items = JsonDocument.Parse(output);
        items.RootElement.GetProperty("Items").GetProperty("UpToDateCheckInput").EnumerateArray().Select(item => item.GetProperty("FullPath").GetString())
            .ShouldBe(((string[])["data/50% (a;b) 'ü' @x.jsonl", "data/train.jsonl", "finetune.yml"]).Select(solution.At), ignoreOrder: true);
    }

    [FullFact]
    public void AProjectMayDoWithoutConstants()
    {
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());

        solution.Build("-p:FineTuneGenerateModels=false").ShouldPass().Count("FT1007").ShouldBe(1);

        File.Exists(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBeFalse();
    }

    [FullTheory]
    [InlineData("models/models.csproj", "Csc", "FineTunedModels.g.cs")]
    [InlineData("models/models.vbproj", "Vbc", "FineTunedModels.g.vb")]
    [InlineData("models/models.fsproj", "Fsc", "FineTunedModels.g.fs")]
    public void EachFrameworkOfEachLanguageKnowsItsModels(string project, string compiler, string constants)
    {
        solution.Write("data/train.jsonl", Sample.LinesWithFault());
        solution.WriteProject(project, "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");

        var build = solution.Build([project, .. Question, "-p:TargetFramework=net8.0"]).ShouldPass();

        build.Diagnostics().ShouldBeEmpty();
        build.Tasks("LintDatasets").ShouldBeEmpty();
        build.Takes(compiler, $"obj/Debug/net8.0/{constants}").ShouldBeTrue();
        File.Exists(solution.At($"models/obj/Debug/net8.0/{constants}")).ShouldBeTrue();
        Directory.Exists(solution.At("models/obj/finetune")).ShouldBeFalse();
    }

    [FullTheory]
    [InlineData("finetune.yml", "models: [\n")]
    [InlineData("finetune.yml", "version: 1\nmodels: { bot: { provider: nobody } }\n")]
    [InlineData("finetune.lock.json", "<<<<<<< HEAD\n")]
    public void WhatIsBeingTypedIsNoFault(string file, string text)
    {
        solution.Write("data/train.jsonl", Sample.Lines());
        Locks.Train(solution);
        solution.Write(file, text);

        var build = solution.Build(Question).ShouldPass();

        build.Diagnostics().ShouldBeEmpty();
        File.Exists(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs")).ShouldBeTrue();
        solution.Build("--no-restore").ShouldFail().Diagnostics().ShouldNotBeEmpty();
    }

    public void Dispose() => solution.Dispose();
}
