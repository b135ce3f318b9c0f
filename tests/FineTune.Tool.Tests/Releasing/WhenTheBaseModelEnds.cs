namespace FineTune.Tool.Tests.Releasing;

/// <summary>gpt-4.1-mini-2025-04-14 at OpenAI: no new jobs after 2027-01-06, shut down on 2027-01-14. The day is set, never the calendar's.</summary>
public sealed class WhenTheBaseModelEnds : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenTheBaseModelEnds()
    {
        workspace.WriteModel("openai");
        workspace.Write("finetune.yml", workspace.Read("finetune.yml").Replace(", FT7005: none", "", StringComparison.Ordinal));
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void ItWarnsOfBothDaysAndSaysWhereTheDataCanGo()
    {
        workspace.Variables["FINETUNE_TODAY"] = "2026-11-22";

        var lint = workspace.Run("lint");
        var outdated = workspace.Run("outdated");

        lint.ExitCode.ShouldBe(0);
        lint.Output.ShouldContain("2027-01-06");
        lint.Output.ShouldContain("2027-01-14");
        lint.Output.ShouldContain("it can still be trained at Azure OpenAI");
        outdated.Output.ShouldContain("2027-01-14");
        workspace.Run("plan").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void AfterwardsNothingIsPlannedReleasedOrVerified()
    {
        workspace.Variables["FINETUNE_TODAY"] = "2027-02-01";
        using var emulator = RunningEmulator.Beside(workspace);

        foreach (var command in new string[][] { ["plan"], ["release", "--yes"], ["verify"] })
        {
            var run = workspace.Run(command);
            run.ExitCode.ShouldBe(1, run.Error);
            (run.Output + run.Error).ShouldContain("FT7006");
        }

        emulator.Creates().ShouldBe(0);
    }
}
