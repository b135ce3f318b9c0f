using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenAModelIsReleased : IDisposable
{
    private readonly StubProvider _provider = new();
    private readonly Clone _clone;

    public WhenAModelIsReleased() => _clone = new Clone(_provider.Address);

    public void Dispose()
    {
        _clone.Dispose();
        _provider.Dispose();
    }

    [Fact]
    public async Task TheLockHasAVersionWithAllThatTheProviderSays()
    {
        var outcome = await _clone.ReleaseAsync();

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        var version = _clone.Entry.CurrentVersion.ShouldNotBeNull();
        version.Model.ShouldStartWith("ft:gpt-4.1-mini-2025-04-14:stub::");
        version.JobId.ShouldBe(_provider.Jobs.ShouldHaveSingleItem().Id);
        version.TrainedTokens.ShouldBe(1000);
        version.CostUsd.ShouldBe(0.005m);
        version.Checkpoints.ShouldHaveSingleItem().Metrics["train_loss"].ShouldBe(0.25);
        version.Training.FileId.ShouldBe("file-0001");
        _clone.Entry.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task TheLockIsWrittenBeforeAndAfterEachCallThatMatters()
    {
        await _clone.ReleaseAsync();

        _clone.Lock.Writes.Select(content => content.Models["support-bot"].Attempts is [var first, ..] ? first.State : (AttemptState?)null).ShouldBe(
            [AttemptState.Uploading, AttemptState.Uploading, AttemptState.Uploading, AttemptState.Creating, AttemptState.Running, null]);
    }

    [Fact]
    public async Task TheSameAgainOnlyAsksWhetherTheModelIsStillThere()
    {
        await _clone.ReleaseAsync();
        var before = _provider.Requests.Count;

        var again = await _clone.ReleaseAsync();

        again.End.ShouldBe(ReleaseEnd.UpToDate);
        _provider.Requests.Skip(before).ShouldHaveSingleItem().Path.ShouldStartWith("/v1/models/");
    }

    [Fact]
    public async Task AModelThatIsGoneIsNotUpToDate()
    {
        await _clone.ReleaseAsync();
        var model = _clone.Entry.CurrentVersion!.Model;
        _provider.DeletedModels.Add(model);

        var outcome = await _clone.ReleaseAsync();

        (outcome.Rule?.Code, outcome.ExitCode).ShouldBe(("FT7008", 1), outcome.Message);
        outcome.Message.ShouldContain("finetune release --again support-bot");
        (await _clone.ReleaseAsync(new ReleaseOptions { Again = true })).End.ShouldBe(ReleaseEnd.Released);
        (await _clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);
    }

    [Fact]
    public async Task AProviderThatCannotBeAskedIsNoReasonToFail()
    {
        await _clone.ReleaseAsync();
        _provider.Faults = _ => Fault.ResetBefore;

        (await _clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);

        _clone.Progress.Lines.Last().ShouldContain("is not known");
    }

    [Fact]
    public async Task OneFileIsUploadedForTheSameContentOfARole()
    {
        await _clone.ReleaseAsync();
        await _clone.ReleaseAsync(order: _clone.Order("two"));

        _provider.Files.Count.ShouldBe(2);
        _provider.Jobs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AgainTrainsTheSameDigestOnceMore()
    {
        await _clone.ReleaseAsync();
        var again = await _clone.ReleaseAsync(new ReleaseOptions { Again = true });

        again.End.ShouldBe(ReleaseEnd.Released, again.Message);
        _provider.Jobs.Count.ShouldBe(2);
        _clone.Entry.Current.ShouldBe(2);
    }

    [Fact]
    public async Task DataThatChangedSinceItWasCheckedIsNotSent()
    {
        var order = _clone.Order();
        File.AppendAllText(Path.Combine(_clone.Folder, "train.jsonl"), "{}\n");

        var outcome = await _clone.ReleaseAsync(order: order);

        outcome.Rule!.Code.ShouldBe("FT8006");
        _provider.Count(Call.Upload).ShouldBe(0);
        (await _clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
    }

    [Fact]
    public async Task ProgressHasStepLossAndEnd()
    {
        await _clone.ReleaseAsync();

        _clone.Progress.Shown.ShouldContain(shown => shown.Step == 2 && shown.TotalSteps == 4 && shown.Loss == 0.5);
    }

    [Fact]
    public async Task NoWaitStartsTheJobOnly()
    {
        var outcome = await _clone.ReleaseAsync(new ReleaseOptions { Wait = false });

        outcome.End.ShouldBe(ReleaseEnd.Started);
        outcome.ExitCode.ShouldBe(0);
        _clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Running);
        (await _clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
        _provider.Jobs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ABudgetStopsItBeforeAnythingIsSent()
    {
        var dear = await _clone.ReleaseAsync(order: _clone.Order(cost: 30, most: 25));
        var unknown = await _clone.ReleaseAsync(order: _clone.Order(cost: null, most: 25));

        (dear.Rule!.Code, dear.ExitCode).ShouldBe(("FT8010", 4));
        (unknown.Rule!.Code, unknown.ExitCode).ShouldBe(("FT8010", 4));
        _provider.Requests.ShouldBeEmpty();
        _clone.Content.ShouldBeNull();
    }

    [Fact]
    public async Task AFailedJobIsWrittenDownWithTheLinesThatTheProviderNames()
    {
        _provider.Course = ["validating_files", "failed"];
        _provider.JobError = System.Text.Json.Nodes.JsonNode.Parse(
            """{"code":"invalid_training_file","param":"training_file","message":"The job failed due to an invalid training file. Example 7, message 2 Discriminator 'role' is missing"}""");

        var outcome = await _clone.ReleaseAsync();

        (outcome.End, outcome.Rule!.Code, outcome.ExitCode).ShouldBe((ReleaseEnd.Failed, "FT8007", 1));
        outcome.Findings.ShouldHaveSingleItem().Range.Start.Line.ShouldBe(7);
        _clone.Entry.Attempts.ShouldHaveSingleItem().ErrorCode.ShouldBe("invalid_training_file");
    }

    [Fact]
    public async Task APausedJobIsNotWaitedForForEver()
    {
        _provider.Course = ["running", "paused"];

        var outcome = await _clone.ReleaseAsync();

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.StillRunning, 5));
        _clone.Time.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task ATimeoutLeavesTheJob()
    {
        _provider.Course = ["running"];

        var outcome = await _clone.ReleaseAsync(new ReleaseOptions { Timeout = TimeSpan.FromMinutes(3) });

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.StillRunning, 5));
        _clone.Time.Elapsed.ShouldBeInRange(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
        _provider.Jobs[0].Status.ShouldBe("running");
    }
}
