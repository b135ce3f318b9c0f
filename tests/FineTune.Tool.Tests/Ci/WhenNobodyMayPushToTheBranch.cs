namespace FineTune.Tool.Tests.Ci;

public sealed class WhenNobodyMayPushToTheBranch : CiTests
{
    [CiFact]
    public void TheLockIsProposed()
    {
        Server.Write(Caller, Server.Read(Caller).Replace("      # lock: pull-request, where nobody may push to the branch\n", "      lock: pull-request\n", StringComparison.Ordinal)
            .Replace("finetune-sync.yml\n    secrets: inherit\n    with:\n", "finetune-sync.yml\n    secrets: inherit\n    with:\n      lock: pull-request\n", StringComparison.Ordinal));
        Server.Commit("Propose the lock");
        Server.Push();
        Runner.Only = "release";
        PlayPush();
        Runner.Job("release").Result.ShouldBe("success", Log());
        Should.Throw<ShouldAssertException>(LockOnServer);
        Server.Show("finetune/lock-finetune", "finetune.lock.json").ShouldContain("\"state\": \"running\"");
        File.ReadAllText(Path.Combine(Server.GitHubState, "pulls")).ShouldBe("finetune/lock-finetune into main: Record the trainings of finetune.yml\n");

        PlayPush();
        Runner.Job("release/release").Result.ShouldBe("skipped", Log());
        Provider.MoveClock(6000);
        Runner.Only = "sync";
        PlaySchedule();
        Runner.Job("sync").Result.ShouldBe("success", Log());
        Server.Show("finetune/lock-finetune", "finetune.lock.json").ShouldContain("\"current\": 1");
        File.ReadAllLines(Path.Combine(Server.GitHubState, "pulls")).Length.ShouldBe(1);
        Provider.JobsCreated.ShouldBe(1);
    }
}
