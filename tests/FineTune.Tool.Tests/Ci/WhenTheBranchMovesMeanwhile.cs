namespace FineTune.Tool.Tests.Ci;

public sealed class WhenTheBranchMovesMeanwhile : CiTests
{
    [CiFact]
    public void TheLockGetsThereAllTheSame()
    {
        Runner.Only = "release";
        var before = Server.Head;
        Server.Write("notes.txt", "meanwhile\n");
        Server.Commit("Meanwhile");
        Server.Push();
        PlayPush(before);
        Runner.Job("release").Result.ShouldBe("success", Log());
        LockOnServer().ShouldContain("\"state\": \"running\"");
        Server.Show("main", "notes.txt").ShouldBe("meanwhile\n");

        // A second run for the commit from before the lock takes the lock that is there: nothing to train.
        PlayPush(before);
        Runner.Job("release/release").Result.ShouldBe("skipped", Log());
        Provider.JobsCreated.ShouldBe(1);
    }
}
