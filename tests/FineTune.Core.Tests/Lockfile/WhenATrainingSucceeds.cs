using FineTune.Core.Lockfile;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenATrainingSucceeds
{
    [Fact]
    public void ItBecomesTheCurrentVersionAndItsAttemptIsGone()
    {
        var attempt = Sample.Attempt('c', "ftjob-c", day: 3);
        var locked = LockEdit.Promote(Sample.Versions("ab").With(attempt), "support-bot", attempt, Sample.Outcome(3));

        var model = locked.Models["support-bot"];
        model.Current.ShouldBe(3);
        model.Versions.Select(version => version.Number).ShouldBe([3, 2, 1]);
        model.CurrentVersion!.Digest.ShouldBe(attempt.Digest);
        model.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public void APinHoldsTheVersionThatItNames()
    {
        var pinned = LockEdit.Pin(Sample.Versions("ab"), "support-bot", new Pin(1, "worse answers"))!;

        var locked = LockEdit.Promote(pinned, "support-bot", Sample.Attempt('c', "ftjob-c"), Sample.Outcome());

        locked.Models["support-bot"].Current.ShouldBe(1);
        locked.Models["support-bot"].Versions.Count.ShouldBe(3);
        LockEdit.Unpin(locked, "support-bot").Models["support-bot"].Current.ShouldBe(3);
    }

    [Fact]
    public void DoingItTwiceChangesNothing()
    {
        var attempt = Sample.Attempt();
        var once = LockEdit.Promote(Sample.Empty, "support-bot", attempt, Sample.Outcome());

        LockText.Of(LockEdit.Promote(once, "support-bot", attempt, Sample.Outcome())).ShouldBe(LockText.Of(once));
    }

    [Fact]
    public void AnAttemptThatWasReadAgainIsStillFound()
    {
        var locked = Sample.Empty.With(Sample.Attempt());

        var promoted = LockEdit.Promote(locked, "support-bot", Sample.Attempt(), Sample.Outcome());

        promoted.Models["support-bot"].Attempts.ShouldBeEmpty();
    }
}
