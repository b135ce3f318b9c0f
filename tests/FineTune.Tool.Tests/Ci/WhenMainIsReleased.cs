namespace FineTune.Tool.Tests.Ci;

public sealed class WhenMainIsReleased : CiTests
{
    [CiFact]
    public void AJobThatOutlivesTheRunIsBroughtInByTheSchedule()
    {
        PlayPush();
        Runner.Job("release").Result.ShouldBe("success", Log());
        Runner.Job("release/plan").Summary.ShouldContain("1 to train");
        Runner.Job("release/release").Summary.ShouldContain("<pre>\n… the job ftjob-");
        Provider.JobsCreated.ShouldBe(1);
        LockOnServer().ShouldContain("\"state\": \"running\"");

        PlaySchedule();
        Runner.Job("sync/sync").Log.ShouldContain("has not ended");
        Provider.MoveClock(6000);
        PlaySchedule();
        Runner.Job("sync/sync").Result.ShouldBe("success", Log());
        Log().ShouldNotContain(Key);
        LockOnServer().ShouldContain("\"model\": \"ft:gpt-4.1-mini-2025-04-14:");

        PlaySchedule();
        Runner.Job("sync/look").Result.ShouldBe("success");
        Runner.Job("sync/sync").Result.ShouldBe("skipped");

        // The order of a change: data, release, lock, tag, pack.
        Server.Pull();
        Server.Git("tag", "v1.0.0");
        Server.Git("push", "--quiet", "origin", "v1.0.0");
        Runner.Play(Caller, Server.Event("push", "refs/tags/v1.0.0"));
        Runner.Job("check").Result.ShouldBe("skipped");
        Runner.Job("release").Result.ShouldBe("skipped");
        Runner.Job("gate").Result.ShouldBe("success", Log());
        var (subject, type, predicate) = Server.Attestations.ShouldHaveSingleItem();
        subject.ShouldBe("finetune.lock.json");
        type.ShouldBe("https://github.test/contoso/support/finetune-provenance/v1");
        predicate.GetProperty("models")[0].GetProperty("version").GetInt32().ShouldBe(1);
        Provider.JobsCreated.ShouldBe(1);
        Log().ShouldNotContain(Key);
    }
}
