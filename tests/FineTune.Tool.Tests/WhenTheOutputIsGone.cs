using FineTune.Tool.Tests.Releasing;

namespace FineTune.Tool.Tests;

/// <summary>Stdout or stderr that takes nothing: a full disk behind a redirection, or one that was closed.</summary>
public sealed class WhenTheOutputIsGone : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [LinuxTheory]
    [InlineData("lint")]
    [InlineData("lint data -f json")]
    [InlineData("lint data -f github")]
    [InlineData("rules")]
    [InlineData("explain FT2009")]
    [InlineData("stats")]
    [InlineData("plan")]
    [InlineData("schema")]
    [InlineData("lint --help")]
    [InlineData("--version")]
    [InlineData("")]
    public void EveryCommandEndsWithTwo(string command)
    {
        workspace.WriteModel("openai");
        foreach (var redirection in new[] { ">/dev/full", ">&-" })
        {
            var run = workspace.Bash($"finetune {command} {redirection}");
            run.ExitCode.ShouldBe(2, run.Error);
            run.Error.ShouldContain("error: stdout can't be written: ");
            run.Error.ShouldNotContain("Unhandled");
        }
    }

    [LinuxTheory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public void AMessageThatIsLostIsAFault(string redirection)
    {
        workspace.Bash($"finetune lint none.jsonl {redirection}").ExitCode.ShouldBe(2);
        workspace.WriteModel("openai");
        // Nothing is said, so nothing is lost.
        workspace.Bash($"finetune schema {redirection}").ExitCode.ShouldBe(0);
    }

    [UnixFact]
    public void WhatIsSaidToNobodyIsNotSaidOnStdout()
    {
        workspace.Bash("finetune lint none.jsonl 2>&-").Output.ShouldBeEmpty();
    }

    [UnixFact]
    public void AReaderThatHasEnoughIsNoFault()
    {
        var run = workspace.Bash("finetune rules --format json | head -c 1; echo \" ${PIPESTATUS[0]}\"");
        run.Output.ShouldBe("[ 0\n");
        run.Error.ShouldBeEmpty();
    }

    [LinuxTheory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    public void AReleaseGoesOnToItsEndAndWritesTheLock(string redirection)
    {
        workspace.WriteModel("emulator");
        var run = workspace.Bash($"FINETUNE_EMULATOR_SPEED=instant finetune release --yes {redirection}");
        run.ExitCode.ShouldBe(2, run.Error);
        workspace.Read("finetune.lock.json").ShouldContain("\"current\": 1");
    }
}
