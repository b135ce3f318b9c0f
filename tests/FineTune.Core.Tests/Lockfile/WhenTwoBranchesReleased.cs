using System.Text;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;

namespace FineTune.Core.Tests.Lockfile;

public sealed class WhenTwoBranchesReleased
{
    [Fact]
    public void BothSidesVersionsAreKeptInTheOrderTheyFinished()
    {
        var merging = LockMerge.Merge(Sample.Versions("ac"), Sample.Versions("ab"));

        var model = merging.Lock.Models["support-bot"];
        model.Versions.Select(version => (version.Number, version.JobId)).ShouldBe([(3, "ftjob-c"), (2, "ftjob-b"), (1, "ftjob-a")]);
        model.Current.ShouldBe(3);
        merging.Notes.ShouldBe(["support-bot: 1 version of theirs added", "support-bot: version 2 is now version 3"]);
    }

    [Fact]
    public void TheSidesMayBeSwapped() =>
        LockText.Of(LockMerge.Merge(Sample.Versions("ac"), Sample.Versions("ab")).Lock)
            .ShouldBe(LockText.Of(LockMerge.Merge(Sample.Versions("ab"), Sample.Versions("ac")).Lock));

    [Fact]
    public void APinFollowsItsVersion()
    {
        var theirs = LockEdit.Pin(Sample.Versions("bc"), "support-bot", new Pin(1, "better"))!;

        var model = LockMerge.Merge(Sample.Versions("a"), theirs).Lock.Models["support-bot"];

        model.Pinned.ShouldBe(new Pin(2, "better"));
        model.Current.ShouldBe(2);
    }

    [Fact]
    public void OurPinWins()
    {
        var ours = LockEdit.Pin(Sample.Versions("abc"), "support-bot", new Pin(1, "ours"))!;
        var theirs = LockEdit.Pin(Sample.Versions("abc"), "support-bot", new Pin(2, "theirs"))!;

        var merging = LockMerge.Merge(ours, theirs);

        merging.Lock.Models["support-bot"].Pinned.ShouldBe(new Pin(1, "ours"));
        merging.Notes.ShouldHaveSingleItem().ShouldContain("both sides pin");
    }

    [Fact]
    public void AnAttemptThatSucceededOnOneSideIsGone()
    {
        var ours = Sample.Versions("a").With(Sample.Attempt('b', "ftjob-b", day: 2));

        LockMerge.Merge(ours, Sample.Versions("ab")).Lock.Models["support-bot"].Attempts.ShouldBeEmpty();
    }

    [Fact]
    public void TheFurtherStateOfAnAttemptStays()
    {
        var running = Sample.Empty.With(Sample.Attempt(), "m");
        var failed = Sample.Empty.With(Sample.Attempt(state: AttemptState.Failed) with { ErrorCode = "code", ErrorMessage = "message" }, "m");

        LockMerge.Merge(running, failed).Lock.Models["m"].Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Failed);
    }

    [Fact]
    public void TheProjectsOfBothSidesStayInTheLock()
    {
        var (one, two, three) = (new string('1', 32), new string('2', 32), new string('3', 32));
        var merged = LockMerge.Merge(Sample.Empty with { Project = two }, Sample.Empty with { Project = three }).Lock;

        var again = LockMerge.Merge(Sample.Empty with { Project = one }, merged).Lock;
        var back = LockMerge.Merge(again, Sample.Empty with { Project = two }).Lock;

        (again.Project, back.Project).ShouldBe((one, one));
        again.MergedProjects.ShouldBe([two, three]);
        back.MergedProjects.ShouldBe([two, three]);
        var reading = LockReader.Read("/x", Encoding.UTF8.GetBytes(LockText.Of(back)));
        reading.Findings.ShouldBeEmpty();
        reading.Lock!.MergedProjects.ShouldBe([two, three]);
        LockText.Of(LockMerge.Merge(Sample.Empty, Sample.Empty).Lock).ShouldNotContain("merged_projects");
    }

    [Fact]
    public void ModelsOfBothSidesAreThereAndTheResultIsSound()
    {
        var merging = LockMerge.Merge(Sample.Versions("ac", "one"), Sample.Versions("b", "two") with { Project = new string('f', 32) });

        merging.Lock.Models.Keys.ShouldBe(["one", "two"]);
        merging.Lock.Project.ShouldBe(Sample.Project);
        merging.Notes[0].ShouldContain("project ID is ours");
        LockReader.Read("/x", Encoding.UTF8.GetBytes(LockText.Of(merging.Lock))).Findings.ShouldBeEmpty();
    }
}
