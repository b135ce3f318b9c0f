namespace FineTune.Tool.Tests.Releasing;

/// <summary>The example of a trainer command, run as its page says.</summary>
public sealed class WhenACommandTrains : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenACommandTrains()
    {
        foreach (var name in new[] { "finetune.yml", "train.sh", "data/train.jsonl" })
        {
            workspace.Write(name, Readme.Repository.Text(["examples", "trainer", .. name.Split('/')]));
        }
        workspace.Variables["OPENAI_API_KEY"] = Workspace.Key;
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void ItsModelIsInTheLock()
    {
        var run = Run("release");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("version 1 is untrained/echo-bot-12-examples");
        run.Error.ShouldContain("step 6 of 6");
        Run("verify").ExitCode.ShouldBe(0);
        Directory.GetFiles(workspace.Folder, "*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains(Workspace.Key, StringComparison.Ordinal));
    }

    [Fact]
    public void NothingButAReleaseStartsIt()
    {
        foreach (var command in new[] { "lint", "plan", "verify", "status", "sync", "stats" })
        {
            Run(command);
        }

        Directory.Exists(workspace.PathOf(".finetune/runs")).ShouldBeFalse();
    }

    [Fact]
    public void CancellingEndsIt()
    {
        workspace.Variables["SECONDS_PER_STEP"] = "30";
        var started = Run("release", "--no-wait");
        started.ExitCode.ShouldBe(0, started.Error);
        Run("status").Output.ShouldContain("running");

        Run("cancel", "echo-bot").ExitCode.ShouldBe(0);

        Log().ShouldContain("cancelled at step 0");
        Run("status").Output.ShouldNotContain("running");
    }

    [Fact]
    public async Task AReleaseThatIsKilledLeavesItAndTheNextOneBringsItIn()
    {
        workspace.Variables["SECONDS_PER_STEP"] = "0.5";
        using (var process = workspace.Start("release"))
        {
            while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("running", StringComparison.Ordinal))
            {
            }
            process.Kill();
            await process.WaitForExitAsync();
        }

        var next = Run("release");

        next.ExitCode.ShouldBe(0, next.Error);
        Log().Split("pretending").Length.ShouldBe(2, "it was started once");
    }

    private string Log() => File.ReadAllText(Directory.GetFiles(workspace.Folder, "log.txt", SearchOption.AllDirectories).Single());

    private ToolRun Run(params string[] arguments) => workspace.Run(arguments);
}
