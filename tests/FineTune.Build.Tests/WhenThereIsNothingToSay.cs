using FineTune.Build.Tests.Support;

namespace FineTune.Build.Tests;

/// <summary>A build that changes nothing and has nothing to say loads no assembly of ours.</summary>
[Collection(PackageTests.Name)]
public sealed class WhenThereIsNothingToSay : IDisposable
{
    private readonly Solution solution;

    public WhenThereIsNothingToSay(PackedPackage package)
    {
        solution = WhenALineIsBad.Console(package);
        solution.Write("finetune.yml", Sample.Manifest + "lint:\n  baseline: finetune.baseline.json\n");
        solution.Write("finetune.baseline.json", """{ "version": 1, "findings": [] }""" + "\n");
        solution.Write("data/train.jsonl", Sample.Lines());
        Locks.Train(solution);
    }

    [Fact]
    public void NoTaskOfOursRuns()
    {
        solution.Build().ShouldPass();
        var second = solution.Build("--no-restore").ShouldPass();
        OurTasks(second).ShouldBeEmpty();
        second.Says("AbC123").ShouldBeFalse();

        // One that is older than the last build, as a file that git or a person puts back.
        solution.Write("data/train.jsonl", Sample.LinesWithFault());
        solution.Build("--no-restore").ShouldFail().Count("FT2009").ShouldBe(1);
        solution.Write("data/train.jsonl", Sample.LinesWithWarning());
        solution.Build("--no-restore").ShouldPass().Count("FT1007").ShouldBe(1);
        solution.Build("--no-restore").ShouldPass().Count("FT1007").ShouldBe(1);
    }

    [FullFact]
    public void EachChangeBringsTheLintBack()
    {
        solution.Build().ShouldPass();
        After("nothing", () => { }, []);
        After("an older file in its place", () => Put("data/train.jsonl", Sample.Lines(), DateTime.UtcNow.AddDays(-9)), ["LintDatasets"]);
        After("nothing", () => { }, []);
        After("a new file that a pattern matches", () => solution.Write("data/more.jsonl", Sample.Lines(3, from: 100)), ["LintDatasets"]);
        TrainAgain();
        After("one less", () => File.Delete(solution.At("data/more.jsonl")), ["LintDatasets"]);
        TrainAgain();
        After("a file that was not fetched", () => solution.Write("data/far.jsonl.dvc", "outs:\n"), ["LintDatasets"]);
        File.Delete(solution.At("data/far.jsonl.dvc"));
        TrainAgain();
        After("another baseline", () => solution.Write("finetune.baseline.json", """{ "version": 1,  "findings": [] }""" + "\n"), ["LintDatasets"]);
        After("another lock", () => Locks.Train(solution, id: "ft:gpt-4.1-mini-2025-04-14:contoso:support:XyZ987"), ["GenerateModels", "LintDatasets"]);
        After("another manifest", () => solution.Write("finetune.yml", File.ReadAllText(solution.At("finetune.yml")) + "\n"), ["GenerateModels", "LintDatasets"]);
        After("nothing", () => { }, []);
        After("a list of tools", () => solution.Write(".config/dotnet-tools.json", "{}"), ["LintDatasets"]);
        After("constants that someone changed", () => File.AppendAllText(solution.At("obj/Debug/net10.0/FineTunedModels.g.cs"), "//"), ["GenerateModels"]);
        After("nothing", () => { }, []);
        OurTasks(solution.Run(new Dictionary<string, string> { ["FINETUNE_TODAY"] = "2026-01-16" }, "build", "--no-restore").ShouldPass()).ShouldBe(["GenerateModels", "LintDatasets"]);
        OurTasks(solution.Build("--no-restore", "-p:FineTuneModelsNamespace=Contoso.Other").ShouldPass()).ShouldBe(["GenerateModels", "LintDatasets"]);
        OurTasks(solution.Build("--no-restore", "-p:FineTuneSarifFile=lint.sarif").ShouldPass()).ShouldBe(["GenerateModels", "LintDatasets"]);
        OurTasks(solution.Build("--no-restore", "-p:FineTuneSarifFile=lint.sarif").ShouldPass()).ShouldBeEmpty();
        File.Delete(solution.At("lint.sarif"));
        OurTasks(solution.Build("--no-restore", "-p:FineTuneSarifFile=lint.sarif").ShouldPass()).ShouldBe(["LintDatasets"]);
        File.Exists(solution.At("lint.sarif")).ShouldBeTrue();
    }

    [FullFact]
    public void ThePathMayHoldWhatMeansSomethingToTheEngine()
    {
        solution.Write("finetune.yml", Sample.Manifest.Replace("data/*.jsonl", "\"data/it's 100%;ours/*.jsonl\"", StringComparison.Ordinal));
        solution.Write("data/it's 100%;ours/train.jsonl", Sample.Lines());
        Locks.Train(solution);

        solution.Build().ShouldPass();
        OurTasks(solution.Build("--no-restore").ShouldPass()).ShouldBe(["LintDatasets"]);
        solution.Write("data/it's 100%;ours/train.jsonl", Sample.LinesWithFault());
        solution.Build("--no-restore").ShouldFail().Count("FT2009").ShouldBe(1);
    }

    [FullFact]
    public void WhatALinkLeadsToIsLookedAt()
    {
        solution.Write("stored/train.jsonl", Sample.Lines());
        File.Delete(solution.At("data/train.jsonl"));
        File.CreateSymbolicLink(solution.At("data/train.jsonl"), solution.At("stored/train.jsonl"));
        solution.Build().ShouldPass();
        TrainAgain();

        solution.Write("stored/train.jsonl", Sample.LinesWithFault());
        solution.Build("--no-restore").ShouldFail().Count("FT2009").ShouldBe(1);
    }

    public void Dispose() => solution.Dispose();

    private void After(string change, Action make, string[] tasks)
    {
        make();
        OurTasks(solution.Build("--no-restore").ShouldPass()).ShouldBe(tasks, change);
    }

    // A folder that has just changed tells nothing of what was read there, so it takes a build more.
    private void TrainAgain()
    {
        Locks.Train(solution);
        solution.Build("--no-restore").ShouldPass();
        solution.Build("--no-restore").ShouldPass();
        After("nothing", () => { }, []);
    }

    private void Put(string path, string text, DateTime written)
    {
        File.WriteAllText(solution.At(path), text);
        File.SetLastWriteTimeUtc(solution.At(path), written);
    }

    private static string[] OurTasks(BuildResult build) =>
        [.. new[] { "GenerateModels", "LintDatasets", "VerifyLock" }.Where(task => build.Tasks(task).Count > 0)];
}
