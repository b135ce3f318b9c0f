using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenAModelIsReleased : IDisposable
{
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    public WhenAModelIsReleased() => clone = new Clone(provider.Address);

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Fact]
    public async Task TheLockHasAVersionWithAllThatTheProviderSays()
    {
        var outcome = await clone.ReleaseAsync();

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        var version = clone.Entry.CurrentVersion.ShouldNotBeNull();
        version.Model.ShouldStartWith("ft:gpt-4.1-mini-2025-04-14:stub::");
        version.JobId.ShouldBe(provider.Jobs.ShouldHaveSingleItem().Id);
        version.TrainedTokens.ShouldBe(1000);
        version.CostUsd.ShouldBe(0.005m);
        version.Checkpoints.ShouldHaveSingleItem().Metrics["train_loss"].ShouldBe(0.25);
        version.Training.FileId.ShouldBe("file-0001");
        clone.Entry.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task TheLockIsWrittenBeforeAndAfterEachCallThatMatters()
    {
        await clone.ReleaseAsync();

        clone.Lock.Writes.Select(content => content.Models["support-bot"].Attempts is [var first, ..] ? first.State : (AttemptState?)null).ShouldBe(
            [AttemptState.Uploading, AttemptState.Uploading, AttemptState.Uploading, AttemptState.Creating, AttemptState.Running, null]);
    }

    [Fact]
    public async Task AHostThatIsNoEmulatorOfOursIsNotHurried()
    {
        await clone.ReleaseAsync();

        clone.Time.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task TheSameAgainOnlyAsksWhetherTheModelIsStillThere()
    {
        await clone.ReleaseAsync();
        var before = provider.Requests.Count;

        var again = await clone.ReleaseAsync();

        again.End.ShouldBe(ReleaseEnd.UpToDate);
        provider.Requests.Skip(before).ShouldHaveSingleItem().Path.ShouldStartWith("/v1/models/");
    }

    [Fact]
    public async Task AModelThatIsGoneIsNotUpToDate()
    {
        await clone.ReleaseAsync();
        var model = clone.Entry.CurrentVersion!.Model;
        provider.DeletedModels.Add(model);

        var outcome = await clone.ReleaseAsync();

        (outcome.Rule?.Code, outcome.ExitCode).ShouldBe(("FT7008", 1), outcome.Message);
        outcome.Message.ShouldContain("finetune release --again support-bot");
        (await clone.ReleaseAsync(new ReleaseOptions { Again = true })).End.ShouldBe(ReleaseEnd.Released);
        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);
    }

    [Fact]
    public async Task AProviderThatCannotBeAskedIsNoReasonToFail()
    {
        await clone.ReleaseAsync();
        provider.Faults = _ => Fault.ResetBefore;

        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);

        clone.Progress.Lines.Last().ShouldContain("is not known");
    }

    [Fact]
    public async Task OneFileIsUploadedForTheSameContentOfARole()
    {
        await clone.ReleaseAsync();
        await clone.ReleaseAsync(order: clone.Order("two"));

        provider.Files.Count.ShouldBe(2);
        provider.Jobs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AgainTrainsTheSameDigestOnceMore()
    {
        await clone.ReleaseAsync();
        var again = await clone.ReleaseAsync(new ReleaseOptions { Again = true });

        again.End.ShouldBe(ReleaseEnd.Released, again.Message);
        provider.Jobs.Count.ShouldBe(2);
        clone.Entry.Current.ShouldBe(2);
    }

    [Fact]
    public async Task DataThatChangedSinceItWasCheckedIsNotSent()
    {
        var order = clone.Order();
        File.AppendAllText(Path.Combine(clone.Folder, "train.jsonl"), "{}\n");

        var outcome = await clone.ReleaseAsync(order: order);

        outcome.Rule!.Code.ShouldBe("FT8006");
        provider.Count(Call.Upload).ShouldBe(0);
        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
    }

    [Fact]
    public async Task ProgressHasStepLossAndEnd()
    {
        await clone.ReleaseAsync();

        clone.Progress.Shown.ShouldContain(shown => shown.Step == 2 && shown.TotalSteps == 4 && shown.Loss == 0.5);
    }

    [Fact]
    public async Task NoWaitStartsTheJobOnly()
    {
        var outcome = await clone.ReleaseAsync(new ReleaseOptions { Wait = false });

        outcome.End.ShouldBe(ReleaseEnd.Started);
        outcome.ExitCode.ShouldBe(0);
        clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Running);
        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
        provider.Jobs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ABudgetStopsItBeforeAnythingIsSent()
    {
        var dear = await clone.ReleaseAsync(order: clone.Order(cost: 30, most: 25));
        var unknown = await clone.ReleaseAsync(order: clone.Order(cost: null, most: 25));

        (dear.Rule!.Code, dear.ExitCode).ShouldBe(("FT8010", 4));
        (unknown.Rule!.Code, unknown.ExitCode).ShouldBe(("FT8010", 4));
        provider.Requests.ShouldBeEmpty();
        clone.Content.ShouldBeNull();
    }

    [Theory]
    [InlineData("two", false)]
    [InlineData("one", true)]
    public async Task WhatWasBegunIsNoWayPastTheBudget(string suffix, bool emulated)
    {
        await clone.ReleaseAsync(new ReleaseOptions { Wait = false }, clone.Order("one"));
        var content = clone.Content!;
        var begun = clone.Entry.Attempts.ShouldHaveSingleItem();
        clone.Lock.Write(content.With("support-bot", begun with { State = AttemptState.Uploading, JobId = null, Provider = begun.Provider with { Emulated = emulated } }));

        var outcome = await clone.ReleaseAsync(order: clone.Order(suffix, cost: 30, most: 25));

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT8010", 4));
        provider.Count(Call.Create).ShouldBe(1);
    }

    [Fact]
    public async Task AFailedJobIsWrittenDownWithTheLinesThatTheProviderNames()
    {
        provider.Course = ["validating_files", "failed"];
        provider.JobError = System.Text.Json.Nodes.JsonNode.Parse(
            """{"code":"invalid_training_file","param":"training_file","message":"The job failed due to an invalid training file. Example 7, message 2 Discriminator 'role' is missing"}""");

        var outcome = await clone.ReleaseAsync();

        (outcome.End, outcome.Rule!.Code, outcome.ExitCode).ShouldBe((ReleaseEnd.Failed, "FT8007", 1));
        outcome.Findings.ShouldHaveSingleItem().Range.Start.Line.ShouldBe(7);
        clone.Entry.Attempts.ShouldHaveSingleItem().ErrorCode.ShouldBe("invalid_training_file");
    }

    [Fact]
    public async Task APausedJobIsNotWaitedForForEver()
    {
        provider.Course = ["running", "paused"];

        var outcome = await clone.ReleaseAsync();

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.StillRunning, 5));
        clone.Time.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task ATimeoutLeavesTheJob()
    {
        provider.Course = ["running"];

        var outcome = await clone.ReleaseAsync(new ReleaseOptions { Timeout = TimeSpan.FromMinutes(3) });

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.StillRunning, 5));
        clone.Time.Elapsed.ShouldBeInRange(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
        provider.Jobs[0].Status.ShouldBe("running");
    }
}
