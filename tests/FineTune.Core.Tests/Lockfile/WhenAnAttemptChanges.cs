using FineTune.Core.Lockfile;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenAnAttemptChanges
{
    [Fact]
    public void TheOneWithoutAJobGetsItsJob()
    {
        var creating = Sample.Attempt(job: null, state: AttemptState.Creating);
        var locked = LockEdit.AddAttempt(Sample.Empty, "support-bot", creating);

        var running = LockEdit.ReplaceAttempt(locked, "support-bot", creating with { }, Sample.Attempt());

        running.Models["support-bot"].Attempts.ShouldHaveSingleItem().JobId.ShouldBe("ftjob-1");
        locked.Models["support-bot"].Attempts.ShouldHaveSingleItem().JobId.ShouldBeNull();
    }

    [Fact]
    public void AnUnknownOneIsAdded() =>
        LockEdit.ReplaceAttempt(Sample.Empty, "support-bot", Sample.Attempt(), Sample.Attempt()).Models["support-bot"].Attempts.Count.ShouldBe(1);

    [Fact]
    public void OthersStay()
    {
        var old = Sample.Attempt('a', "ftjob-a", AttemptState.Failed);
        var locked = LockEdit.AddAttempt(LockEdit.AddAttempt(Sample.Empty, "m", old), "m", Sample.Attempt('b', "ftjob-b"));

        var cancelled = LockEdit.Cancel(locked, "m", Sample.Attempt('b', "ftjob-b"));

        cancelled.Models["m"].Attempts.Select(attempt => attempt.State).ShouldBe([AttemptState.Cancelled, AttemptState.Failed]);
        LockEdit.RemoveAttempt(cancelled, "m", old).Models["m"].Attempts.Count.ShouldBe(1);
    }

    [Fact]
    public void AFailureKeepsItsReason()
    {
        var failed = LockEdit.Fail(Sample.Empty, "m", Sample.Attempt(), "invalid_training_file", "line 3").Models["m"].Attempts.Single();

        failed.State.ShouldBe(AttemptState.Failed);
        failed.ErrorCode.ShouldBe("invalid_training_file");
        failed.IsPending.ShouldBeFalse();
    }

    [Fact]
    public void AVersionThatIsNotThereCannotBePinned() => LockEdit.Pin(Sample.Versions("a"), "support-bot", 9, "no").ShouldBeNull();

    [Fact]
    public void UnpinningWhatIsNotThereChangesNothing() => LockText.Of(LockEdit.Unpin(Sample.Empty, "m")).ShouldBe(LockText.Of(Sample.Empty));
}
