namespace FineTune.Tool.Tests;

/// <summary>What the targets of the MSBuild package ask for where MSBuild.exe cannot load their tasks.</summary>
public sealed class WhenAnOldEngineBuilds : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenAnOldEngineBuilds()
    {
        workspace.Write("finetune.yml", "version: 1\nmodels:\n  support-bot:\n    provider: openai\n    base_model: gpt-4.1-mini-2025-04-14\n    method: supervised\n    training: data/*.jsonl\n");
        // What was written a moment ago may be written again within the same tick: nothing is remembered of it.
        File.SetLastWriteTimeUtc(workspace.Write("data/train.jsonl", "{\"messages\":[]}\n"), DateTime.UtcNow.AddHours(-1));
        File.SetLastWriteTimeUtc(workspace.PathOf("finetune.yml"), DateTime.UtcNow.AddHours(-1));
        workspace.Write("app/build.args", string.Join('\n',
            $"manifest={workspace.PathOf("finetune.yml")}",
            $"lock={workspace.PathOf("finetune.lock.json")}",
            $"project-folder={workspace.PathOf("app")}",
            $"project-file={workspace.PathOf("app/app.csproj")}",
            $"intermediate={workspace.PathOf("app/obj")}",
            $"output={workspace.PathOf("app/obj/models.cs")}",
            "language=C#",
            "namespace=Contoso",
            "today=2026-06-01"));
    }

    [Fact]
    public void FindingsAreLinesThatMSBuildReads()
    {
        var run = workspace.Run("build", "lint", "app/build.args");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"{workspace.PathOf("data/train.jsonl")}(1,13,1,15): error FT2006: ");
        run.Error.ShouldBeEmpty();
        workspace.Run("build", "lint", "app/build.args").Output.ShouldContain("nothing changed");
    }

    [Fact]
    public void ConstantsAreWritten()
    {
        workspace.Run("build", "generate", "app/build.args").ExitCode.ShouldBe(0);

        workspace.Read("app/obj/models.cs").ShouldContain("namespace Contoso");
    }

    [Fact]
    public void AModelThatWasNeverTrainedDoesNotShip() =>
        workspace.Run("build", "verify", "app/build.args").Output.ShouldContain("error FT7001: support-bot has never been trained");

    [Fact]
    public void WhatCannotBeWrittenIsALineThatMSBuildReads()
    {
        Directory.CreateDirectory(workspace.PathOf("app/obj/models.cs"));

        var run = workspace.Run("build", "generate", "app/build.args");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("app.csproj : error FT9003: a file could not be read or written: ");
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("generate")]
    [InlineData("verify")]
    public void ADayThatIsNoneIsALineThatMSBuildReads(string target)
    {
        workspace.Write("app/build.args", workspace.Read("app/build.args").Replace("today=2026-06-01", "today=tomorrow", StringComparison.Ordinal));

        var run = workspace.Run("build", target, "app/build.args");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe("app.csproj : error FT9005: FINETUNE_TODAY is not a date of the form 2026-11-30\n");
    }

    [Theory]
    [InlineData("paint app/build.args", "TARGET is \"paint\"; it must be lint, generate or verify")]
    [InlineData("lint nothing.args", "nothing.args can't be read")]
    [InlineData("lint finetune.yml", "finetune.yml is no list of name=value lines")]
    public void WhatItIsNotForIsRefused(string arguments, string message)
    {
        var run = workspace.Run(["build", .. arguments.Split(' ')]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: " + message);
    }

    [Fact]
    public void PeopleAreNotShownTheCommand()
    {
        workspace.Run().Output.ShouldNotContain("\n  build ");
        workspace.Run("--help").Output.ShouldNotContain("\n  build ");
    }

    public void Dispose() => workspace.Dispose();
}
