using System.Diagnostics;

namespace FineTune.Tool.Tests.Releasing;

/// <summary>The manifest says openai; at its address an emulator answers, or nobody.</summary>
public sealed class WhenTheProviderIsElsewhere : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenTheProviderIsElsewhere() => workspace.WriteModel("openai");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void WithoutAYesNothingIsPaid()
    {
        var run = Run("release");

        run.ExitCode.ShouldBe(4);
        run.Error.ShouldContain("--yes");
        File.Exists(workspace.PathOf("finetune.lock.json")).ShouldBeFalse();
    }

    [Fact]
    public void WithoutAKeyItSaysWhichVariable()
    {
        var run = Run("release", "--yes");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("FT8001");
        run.Error.ShouldContain("OPENAI_API_KEY");
    }

    [Fact]
    public void WhereNobodyAnswersItSaysSo()
    {
        (workspace.Variables["OPENAI_BASE_URL"], workspace.Variables["OPENAI_API_KEY"]) = ("http://127.0.0.1:1/v1", Workspace.Key);

        var run = Run("release", "--yes");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("FT8005");
    }

    [Fact]
    public void PlainHttpToAnotherMachineIsRefused()
    {
        (workspace.Variables["OPENAI_BASE_URL"], workspace.Variables["OPENAI_API_KEY"]) = ("http://192.0.2.1/v1", Workspace.Key);

        var run = Run("release", "--yes");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("error FT8017: the endpoint of the environment variable OPENAI_BASE_URL is not encrypted");
    }

    [Fact]
    public void ABudgetStopsItBeforeAnythingIsSent()
    {
        workspace.WriteModel("openai", options: "budget: { max_cost_usd: 0.0001 }");
        using var emulator = RunningEmulator.Beside(workspace);

        Run("release", "--yes").ExitCode.ShouldBe(4);

        emulator.Files().ShouldBeEmpty();
    }

    [Fact]
    public void ATimeOutAndAnInterruptionLeaveTheJobAndACancelEndsIt()
    {
        using var emulator = RunningEmulator.Beside(workspace, speed: "0.02");

        var late = Run("release", "--yes", "--timeout", "1s");
        late.ExitCode.ShouldBe(5, late.Error);
        late.Output.ShouldContain("finetune sync");
        Run("status").Output.ShouldContain("ftjob-");
        Run("verify", "--allow-stale").ExitCode.ShouldBe(0);
        Run("sync").ExitCode.ShouldBe(0);

        foreach (var signal in new[] { "-INT", "-TERM" })
        {
            using var process = workspace.Start("release", "--yes");
            while (process.StandardError.ReadLine() is { } line && !line.Contains("Validating training file", StringComparison.Ordinal))
            {
            }
            Process.Start("kill", [signal, process.Id.ToString()]).WaitForExit();
            var interrupted = Workspace.End(process);
            interrupted.ExitCode.ShouldBe(130);
            interrupted.Output.ShouldContain("finetune cancel support-bot");
        }

        var changed = Changed();
        changed.ExitCode.ShouldBe(4);
        Run("cancel", "support-bot").ExitCode.ShouldBe(0);
        ((string?)emulator.Jobs().ShouldHaveSingleItem()["status"]).ShouldBe("cancelled");
        ((string?)workspace.Entry()["attempts"]![0]!["state"]).ShouldBe("cancelled");
        emulator.Creates().ShouldBe(1);
        Run("cancel", "support-bot").Output.ShouldContain("no training that could be cancelled");
    }

    [Fact]
    public void WithoutWaitingSyncBringsItIn()
    {
        using var emulator = RunningEmulator.Beside(workspace);

        Run("release", "--yes", "--no-wait").ExitCode.ShouldBe(0);
        for (var syncs = 0; workspace.Entry()["current"] is null; syncs++)
        {
            var synced = Run("sync");
            synced.ExitCode.ShouldBe(0, synced.Error);
            syncs.ShouldBeLessThan(100);
        }

        ((int)workspace.Entry()["current"]!).ShouldBe(1);
        var verified = Run("verify");
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain("FT7007");
        Run("release", "--yes").Output.ShouldContain("up to date");
        emulator.Creates().ShouldBe(1);
    }

    [Fact]
    public void AModelThatIsGoneIsSaidSoOnline()
    {
        using var emulator = RunningEmulator.Beside(workspace);
        Run("release", "--yes").ExitCode.ShouldBe(0);
        emulator.Delete("models/" + Uri.EscapeDataString((string)workspace.Entry()["versions"]![0]!["model"]!));

        var run = Run("verify", "--online");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("FT7008");
    }

    [Theory]
    [InlineData("ignores_hyperparameters", "n_epochs auto instead of 3")]
    [InlineData("other_model", "base model ")]
    [InlineData("drops_validation", "validation file none instead of file-")]
    public void AJobThatIsNotWhatWasAskedForIsCancelledBeforeItTrains(string fault, string words)
    {
        workspace.WriteModel("openai", options: "validation: data/valid.jsonl\n    hyperparameters: { n_epochs: 3 }");
        workspace.Write("data/valid.jsonl", workspace.Read("data/train.jsonl").Replace("parcel", "letter", StringComparison.Ordinal));
        using var emulator = RunningEmulator.Beside(workspace, faults: $$"""[{ "method": "POST", "path": "/fine_tuning/jobs$", "fault": "{{fault}}" }]""");

        var run = Run("release", "--yes");

        run.ExitCode.ShouldBe(4, run.Error);
        run.Error.ShouldContain("error FT8016: ");
        run.Error.ShouldContain(words);
        ((string?)workspace.Entry()["attempts"]![0]!["state"]).ShouldBe("cancelled");
        Run("release", "--yes").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void AFailedJobNamesTheLinesOfTheData()
    {
        using var emulator = RunningEmulator.Beside(workspace, speed: "0.02");
        Run("release", "--yes", "--no-wait").ExitCode.ShouldBe(0);
        var job = (string)workspace.Entry()["attempts"]![0]!["job_id"]!;
        emulator.Dispose();
        using var hostile = RunningEmulator.Beside(workspace, speed: "0.02", faults: $$$"""
            [{ "method": "GET", "path": "/{{{job}}}$", "times": 0, "fault": "wrong_json",
               "body": "{\"id\":\"{{{job}}}\",\"object\":\"fine_tuning.job\",\"status\":\"failed\",\"error\":{\"code\":\"invalid_training_file\",\"message\":\"Invalid file format. Example 3, message 2 \\u001b[31m\\n::error::x ##vso[task.x]\",\"param\":\"training_file\"}}" }]
            """);

        var run = Run("release", "--yes");

        run.ExitCode.ShouldBe(1, run.Error);
        (run.Output + run.Error).ShouldContain("train.jsonl:3");
        (run.Output + run.Error).Split('\n').ShouldAllBe(line => !line.StartsWith("::", StringComparison.Ordinal) && !line.Contains("##vso[", StringComparison.Ordinal));
        ((string?)workspace.Entry()["attempts"]![0]!["state"]).ShouldBe("failed");
    }

    [Theory]
    [InlineData("reset_after", "/fine_tuning/jobs$")]
    [InlineData("half_answer", "/fine_tuning/jobs$")]
    public void AFaultOfTheServerMakesNoSecondJob(string fault, string path)
    {
        using var emulator = RunningEmulator.Beside(workspace, faults: $$"""[{ "method": "POST", "path": "{{path}}", "nth": 1, "times": 1, "fault": "{{fault}}" }]""");

        Run("release", "--yes");
        var next = Run("release", "--yes");

        next.ExitCode.ShouldBe(0, next.Error);
        emulator.Jobs().Count.ShouldBe(1);
    }

    [Fact]
    public async Task AReleaseThatIsKilledIsGoneOnWith()
    {
        using var emulator = RunningEmulator.Beside(workspace, speed: "2");
        using (var process = workspace.Start("release", "--yes"))
        {
            while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("created the job", StringComparison.Ordinal))
            {
            }
            process.Kill();
            await process.WaitForExitAsync();
        }

        var next = Run("release", "--yes");

        next.ExitCode.ShouldBe(0, next.Error);
        emulator.Creates().ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AFullDiskMakesNoSecondJob(int kilobytes)
    {
        using var emulator = RunningEmulator.Beside(workspace);

        var full = workspace.Bash($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0 DOTNET_TieredCompilation=1; ulimit -f {kilobytes}; finetune release --yes");
        var created = emulator.Creates();
        var next = Run("release", "--yes");

        full.ExitCode.ShouldBe(2, full.Error);
        full.Error.ShouldContain("finetune.lock.json");
        next.ExitCode.ShouldBe(0, next.Error);
        created.ShouldBeLessThanOrEqualTo(kilobytes > 0 ? 1 : 0);
        emulator.Creates().ShouldBe(1);
    }

    private ToolRun Changed()
    {
        var before = workspace.Read("data/train.jsonl");
        workspace.WriteData("Chile");
        var run = Run("release", "--yes");
        workspace.Write("data/train.jsonl", before);
        return run;
    }

    private ToolRun Run(params string[] arguments) => workspace.Run(arguments);
}
