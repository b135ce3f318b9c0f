namespace FineTune.Tool.Tests.Releasing;

/// <summary>A key is planted; whatever the tool writes is searched for it.</summary>
public sealed class WhenThereIsAKeyInTheEnvironment : IDisposable
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FINETUNE_FULL") == "1";
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void NoCommandEverWritesIt()
    {
        workspace.BeginGit();
        workspace.WriteModel("openai");
        workspace.Commit("data");
        // A server that echoes the key in an error must not bring it anywhere.
        var emulator = RunningEmulator.Beside(workspace, faults: $$"""
            [{ "method": "GET", "path": "/checkpoints$", "nth": 1, "times": 1, "fault": "status", "status": 400, "code": "x", "message": "Incorrect API key provided: {{Workspace.Key}}" }]
            """);
        workspace.Variables["AZURE_OPENAI_API_KEY"] = Workspace.Key;
        string[][] commands = Full ?
        [
            ["lint"], ["lint", "--format", "json", "--output", "report.json"], ["lint", "--format", "sarif", "--output", "report.sarif"], ["stats"], ["plan", "--output", "plan.json"], ["verify"], ["outdated"],
            ["release"], ["release", "--yes", "--verbosity", "diagnostic"], ["release", "--yes", "--verbosity", "diagnostic"], ["release", "--plan", "plan.json"], ["status"], ["status", "--format", "json"], ["sync"],
            ["history", "support-bot"], ["try", "support-bot", "hello", "--compare"], ["verify", "--online", "--verbosity", "diagnostic"], ["prune"], ["diff"], ["fix", "--dry-run"],
            ["release", "--again", "--yes"], ["rollback", "support-bot", "1", "--reason", "x"], ["release", "--emulator"], ["cancel", "support-bot"], ["explain", "FT8001"], ["schema"],
        ] :
        [
            ["lint", "--format", "json", "--output", "report.json"], ["plan", "--output", "plan.json"], ["release", "--yes", "--verbosity", "diagnostic"], ["release", "--yes", "--verbosity", "diagnostic"],
            ["status", "--format", "json"], ["try", "support-bot", "hello", "--compare"], ["verify", "--online", "--verbosity", "diagnostic"], ["release", "--emulator"],
        ];

        foreach (var command in commands)
        {
            var run = workspace.Run(command);
            (run.Output + run.Error).ShouldNotContain(Workspace.Key, Case.Sensitive, string.Join(' ', command));
        }

        emulator.Dispose();
        ((int)workspace.Entry()["current"]!).ShouldBe(1);
        var written = Directory.GetFiles(workspace.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("faults.json" or "emulator.lock")).ToList();
        written.ShouldContain(file => file.EndsWith("finetune.emulator.lock.json", StringComparison.Ordinal));
        written.ShouldContain(file => file.EndsWith("plan.json", StringComparison.Ordinal));
        written.Where(file => File.ReadAllText(file).Contains(Workspace.Key, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void ACommandThatPrintsATokenIsAskedAndNotShown()
    {
        workspace.WriteModel("openai");
        using var emulator = RunningEmulator.Beside(workspace);
        workspace.Variables["OPENAI_API_KEY"] = null;
        workspace.Variables["FINETUNE_TOKEN_COMMAND"] = $"printf %s {Workspace.Key}";

        var run = workspace.Run("release", "--yes", "--verbosity", "diagnostic");

        run.ExitCode.ShouldBe(0, run.Error);
        (run.Output + run.Error + workspace.Read("finetune.lock.json")).ShouldNotContain(Workspace.Key);
    }
}
