namespace FineTune.Tool.Tests;

public sealed class WhenOldFindingsDoNotCount : IDisposable
{
    private const string Bad = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "asistant", "content": "Hi"}]}""";

    private readonly Workspace workspace = new();

    [Fact]
    public void ABaselineIsWrittenAndThenHeldAgainstTheData()
    {
        workspace.Write("a.jsonl", Bad + "\n");
        var taken = workspace.Run("lint", "a.jsonl", "--baseline", "old.json", "--update-baseline");
        taken.ExitCode.ShouldBe(0, taken.Output);
        taken.Error.ShouldMatch("^wrote old.json: \\d+ findings? will not count any more\n$");
        workspace.Run("lint", "a.jsonl", "--baseline", "old.json").ExitCode.ShouldBe(0);

        workspace.Write("a.jsonl", Bad.Replace("Hello", "Ho", StringComparison.Ordinal) + "\n");
        var run = workspace.Run("lint", "a.jsonl", "--baseline", "old.json");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("of old.json match");
    }

    [Fact]
    public void ThereMustBeOne()
    {
        workspace.Write("a.jsonl", Bad + "\n");
        var run = workspace.Run("lint", "a.jsonl", "--baseline", "none.json");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: none.json is not there; --update-baseline writes it");
        workspace.Run("lint", "a.jsonl", "--update-baseline").Error.ShouldStartWith("error: --update-baseline needs --baseline FILE, or lint.baseline in the manifest");
    }

    [Fact]
    public void TheLinesThatSilenceAreShown()
    {
        workspace.Write("a.jsonl", Bad + "\n");
        workspace.Run("lint", "a.jsonl", "--show-ignores").Output.ShouldMatch("""\nlint:\n  ignore:\n(    - \{ rule: FT\d{4}, path: "a.jsonl".*, reason: "…" \}\n)+$""");
    }

    public void Dispose() => workspace.Dispose();
}
