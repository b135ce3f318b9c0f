namespace FineTune.Tool.Tests.Ci;

public sealed class WhenARunIsLost : CiTests
{
    [CiFact]
    public void TheNextOnePaysNothing()
    {
        Provider.HoldsCreateCalls = true;
        Runner.Loss = ("Release", () => Provider.JobsCreated > 0);
        Runner.Only = "release";
        PlayPush();
        Runner.Job("release/release").Result.ShouldBe("killed", Log());
        Provider.JobsCreated.ShouldBe(1);
        Should.Throw<ShouldAssertException>(LockOnServer);

        Provider.HoldsCreateCalls = false;
        Runner.Loss = null;
        PlayPush();
        Runner.Job("release").Result.ShouldBe("success", Log());
        Provider.JobsCreated.ShouldBe(1);
        Provider.MoveClock(6000);
        Runner.Only = "sync";
        PlaySchedule();
        LockOnServer().ShouldContain("\"current\": 1");
    }
}
