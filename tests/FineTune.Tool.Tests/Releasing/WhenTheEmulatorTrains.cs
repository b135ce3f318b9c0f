using System.Text.Json.Nodes;

namespace FineTune.Tool.Tests.Releasing;

/// <summary>One model, from the first release to the clearing up, with the emulator as its declared provider.</summary>
public sealed class WhenTheEmulatorTrains : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenTheEmulatorTrains()
    {
        workspace.Variables["FINETUNE_EMULATOR_SPEED"] = "instant";
        workspace.BeginGit();
        workspace.Write(".gitignore", ".finetune/\n");
        workspace.WriteModel("emulator");
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void EveryCommandKnowsWhereItStands()
    {
        Run("verify").ExitCode.ShouldBe(1);
        Run("sync").Output.ShouldContain("no training is open");

        var released = Run("release");
        released.ExitCode.ShouldBe(0, released.Error);
        released.Output.ShouldContain("version 1 is ft:gpt-4.1-mini-2025-04-14:emulator:support:");
        Run("release").Output.ShouldContain("up to date");
        Run("verify").ExitCode.ShouldBe(0);
        Run("verify", "--online").ExitCode.ShouldBe(0);
        Run("status").Output.ShouldContain("version 1");
        var status = JsonNode.Parse(Run("status", "--format", "json").Output)![0]!;
        ((int)status["version"]!).ShouldBe(1);

        workspace.WriteData("Peru");
        Run("verify").ExitCode.ShouldBe(1);
        Run("verify", "--allow-stale").ExitCode.ShouldBe(0);
        Run("plan", "--detailed-exitcode").ExitCode.ShouldBe(5);
        Run("release").ExitCode.ShouldBe(0);
        Run("history", "support-bot").Output.ShouldContain("  2  ");

        var both = Run("try", "support-bot", "Do you ship parcel number 3 to Peru?", "--compare");
        both.ExitCode.ShouldBe(0, both.Error);
        both.Output.ShouldContain("parcel 3 goes to Peru");
        both.Output.ShouldContain("gpt-4.1-mini-2025-04-14\n");

        Run("rollback", "support-bot", "1").ExitCode.ShouldBe(2);
        Run("rollback", "support-bot", "7", "--reason", "x").ExitCode.ShouldBe(2);
        Run("rollback", "support-bot", "1", "--reason", "Peru is wrong").ExitCode.ShouldBe(0);
        ((int)workspace.Entry()["current"]!).ShouldBe(1);
        ((string?)workspace.Entry()["pinned"]!["reason"]).ShouldBe("Peru is wrong");
        Run("release").ExitCode.ShouldBe(0);
        ((int)workspace.Entry()["current"]!).ShouldBe(1);
        Run("rollback", "support-bot", "newest").ExitCode.ShouldBe(0);
        ((int)workspace.Entry()["current"]!).ShouldBe(2);
        Run("prune").Output.ShouldContain("nothing to clear up");
    }

    [Fact]
    public void ACheckpointIsMadeCurrent()
    {
        Run("release").ExitCode.ShouldBe(0);
        var checkpoint = workspace.Entry()["versions"]![0]!["checkpoints"]![0]!;
        var (step, model) = ((int)checkpoint["step"]!, (string)checkpoint["model"]!);

        var detailed = Run("history", "support-bot", "--verbosity", "detailed").Output;
        detailed.ShouldContain("checkpoints of version 1");
        detailed.ShouldContain(model);
        Run("rollback", "support-bot", "1@1000000", "--reason", "x").Error.ShouldContain("version 1 of support-bot has no checkpoint 1@1000000; it has steps");
        Run("rollback", "support-bot", "1@x", "--reason", "x").Error.ShouldContain("it must be a number, VERSION@STEP or newest");
        Run("rollback", "support-bot", $"1@{step}", "--reason", "short answers").Output.ShouldBe($"support-bot is at version 1@{step} now: {model}\n");

        Run("verify").ExitCode.ShouldBe(0);
        Run("verify", "--online").ExitCode.ShouldBe(0);
        Run("try", "support-bot", "Do you ship parcel number 3 to Norway?").Output.ShouldContain("parcel 3");
        Run("release").Output.ShouldContain("up to date");
        var history = JsonNode.Parse(Run("history", "support-bot", "--format", "json").Output)![0]!;
        ((bool)history["checkpoints"]![0]!["current"]!).ShouldBeTrue();
        Run("history", "support-bot").Output.ShouldContain($"pinned to version 1@{step}: short answers");
    }

    [Fact]
    public void ThePriceIsNotCountedAsPaid()
    {
        Run("release").ExitCode.ShouldBe(0);

        workspace.Entry()["versions"]![0]!["cost_usd"].ShouldBeNull();
    }

    [Fact]
    public void ALockThatIsNobodyElsesBusinessStaysSo()
    {
        Run("release").ExitCode.ShouldBe(0);

        workspace.Bash("chmod 600 finetune.lock.json && finetune release --again > again.txt && ls -l finetune.lock.json").Output.ShouldStartWith("-rw------- ");

        workspace.Entry()["versions"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void AgainMakesAnotherVersionOfTheSameDigest()
    {
        Run("release").ExitCode.ShouldBe(0);

        Run("release", "--again").ExitCode.ShouldBe(0);

        var versions = workspace.Entry()["versions"]!.AsArray();
        versions.Count.ShouldBe(2);
        ((string?)versions[0]!["digest"]).ShouldBe((string?)versions[1]!["digest"]);
        ((string?)versions[0]!["job_id"]).ShouldNotBe((string?)versions[1]!["job_id"]);
    }

    [Fact]
    public void TwoReleasesAtOnceMakeOneJob()
    {
        using var one = workspace.Start("release");
        using var two = workspace.Start("release");

        Workspace.End(one).ExitCode.ShouldBeOneOf(0, 3);
        Workspace.End(two).ExitCode.ShouldBeOneOf(0, 3);

        Run("release").ExitCode.ShouldBe(0);
        workspace.Entry()["versions"]!.AsArray().Count.ShouldBe(1);
        Directory.GetFiles(workspace.PathOf(".finetune/emulator/jobs"), "*.json").Length.ShouldBe(1);
    }

    [Fact]
    public void EnvironmentsHaveALockEach()
    {
        workspace.Write("finetune.prod.yml", "version: 1\nextends: finetune.yml\nmodels: { support-bot: { suffix: prod } }\n");

        Run("release", "--manifest", "finetune.prod.yml").ExitCode.ShouldBe(0);

        File.Exists(workspace.PathOf("finetune.lock.json")).ShouldBeFalse();
        ((string?)workspace.Entry("finetune.prod.lock.json")["versions"]![0]!["model"])!.ShouldContain(":prod:");
    }

    [Fact]
    public void GitMergesTheLocksOfTwoBranches()
    {
        Run("init").ExitCode.ShouldBe(0);
        workspace.WriteModel("emulator");
        workspace.Git("config", "merge.finetune-lock.driver", $"{ToolUnderTest.CommandLine} lock merge %O %A %B");
        Run("release").ExitCode.ShouldBe(0);
        workspace.Commit("one");
        workspace.Git("checkout", "-qb", "peru");
        workspace.WriteData("Peru");
        Run("release").ExitCode.ShouldBe(0);
        workspace.Commit("two");
        workspace.Git("checkout", "-q", "main");
        workspace.WriteModel("emulator", options: "seed: 7");
        Run("release").ExitCode.ShouldBe(0);
        workspace.Commit("three");

        workspace.Git("merge", "-q", "peru", "-m", "both");

        workspace.Entry()["versions"]!.AsArray().Count.ShouldBe(3);
        Run("verify", "--allow-stale").ExitCode.ShouldBe(0);
        Run("prune").Output.ShouldContain("nothing to clear up");
    }

    [Fact]
    public void WhatNoBranchNamesIsForPruning()
    {
        Run("release").ExitCode.ShouldBe(0);
        workspace.Commit("one");
        workspace.WriteData("Peru");
        Run("release").ExitCode.ShouldBe(0);
        var model = (string)workspace.Entry()["versions"]![0]!["model"]!;
        workspace.Git("stash", "-q");
        workspace.Git("stash", "drop", "-q");

        var young = Run("prune", "--models", "--yes");
        var files = Run("prune", "--older-than", "0s");
        var listed = Run("prune", "--models", "--older-than", "0s");
        var deleted = Run("prune", "--models", "--older-than", "0s", "--yes");

        young.Output.ShouldContain("nothing to clear up");
        young.Error.ShouldContain("younger than --older-than");
        files.Output.ShouldNotContain(model);
        files.Output.ShouldContain("unused");
        Run("prune", "--older-than", "a week").ExitCode.ShouldBe(2);
        listed.ExitCode.ShouldBe(0, listed.Error);
        listed.Output.ShouldContain(model);
        listed.Output.ShouldContain("unused");
        deleted.Output.ShouldContain("deleted");
        Run("prune").Output.ShouldContain("nothing to clear up");
        Run("verify", "--online").ExitCode.ShouldBe(0);
        workspace.WriteData("Peru");
        Run("release").Output.ShouldNotContain(model); // a deleted model is not adopted
    }

    [Fact]
    public void AShallowCloneDeletesNothing()
    {
        Run("release").ExitCode.ShouldBe(0);
        workspace.Commit("one");
        workspace.Write(".git/shallow", workspace.Git("rev-parse", "HEAD"));

        Run("prune", "--yes").ExitCode.ShouldBe(2);
    }

    private ToolRun Run(params string[] arguments) => workspace.Run(arguments);
}
