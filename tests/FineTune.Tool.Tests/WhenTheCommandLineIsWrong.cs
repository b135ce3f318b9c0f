namespace FineTune.Tool.Tests;

public sealed class WhenTheCommandLineIsWrong : IDisposable
{
    private readonly Workspace workspace = new();

    [Theory]
    [InlineData("lnt", "there is no command \"lnt\" (did you mean \"lint\"?)")]
    [InlineData("lint --frmat json", "finetune lint has no option \"--frmat\" (did you mean \"--format\"?)")]
    [InlineData("explain --frmat x", "finetune explain has no option \"--frmat\" (did you mean \"--format\"?)")]
    [InlineData("lint --format jsn", "--format is \"jsn\"; it must be text, msbuild, github, azure, gitlab, sarif, junit, json or markdown (did you mean \"json\"?)")]
    [InlineData("lint --profile opnai", "--profile is \"opnai\"")]
    [InlineData("lint --method sft", "--method is \"sft\"; it must be supervised, dpo, reinforcement or completion")]
    [InlineData("lint --verbosity loud", "--verbosity is \"loud\"; it must be quiet, normal, detailed or diagnostic")]
    [InlineData("explain", "finetune explain needs CODE")]
    [InlineData("explain FT209", "there is no rule \"FT209\" (did you mean \"FT2009\"?); finetune rules lists them")]
    [InlineData("explain FT2009 FT2010", "\"FT2010\" is more than finetune explain takes")]
    [InlineData("rules --format", "--format needs a value")]
    [InlineData("rules -m a -m b", "--manifest is given 2 times; once is enough")]
    [InlineData("emulator --port many", "--port is \"many\"; it must be a number")]
    [InlineData("lint missing.jsonl", "missing.jsonl is not there")]
    [InlineData("lint data/*.jsonl", "data/*.jsonl matches no file")]
    [InlineData("lint --manifest other.yml", "other.yml is not there; --manifest names the manifest")]
    [InlineData("emulator --faults none.json", "none.json is not there; --faults names a file")]
    public void ItSaysWhatAndAnswersTwo(string line, string message)
    {
        var run = workspace.Run(line.Split(' '));
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("error: " + message);
        run.Error.ShouldEndWith(" --help shows how it is used\n");
    }

    [Fact]
    public void HostileWordsAreShownHarmless()
    {
        var run = workspace.Run("\e[31mlint\n::error::x");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("\\u001b[31mlint\\n:");
        run.Error.ShouldNotContain("\n::");
    }

    [Fact]
    public void AFileThatBeginsWithAnAtSignIsAFile()
    {
        workspace.Write("@args", "--version");
        workspace.Run("lint", "@args").Error.ShouldNotContain("0.1.0");
    }

    [Fact]
    public void TwoDocumentsDoNotShareStdout()
    {
        workspace.Write("a.jsonl", "{}\n");
        var run = workspace.Run("lint", "a.jsonl", "--format", "json", "--format", "sarif");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: json can't share stdout with another format; give it --output FILE");
    }

    [Fact]
    public void ABadDayIsSaid()
    {
        workspace.Variables["FINETUNE_TODAY"] = "tomorrow";
        workspace.Write("a.jsonl", "{}\n");
        var run = workspace.Run("lint", "a.jsonl");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: FINETUNE_TODAY is not a date of the form 2026-11-30\n");
    }

    public void Dispose() => workspace.Dispose();
}
