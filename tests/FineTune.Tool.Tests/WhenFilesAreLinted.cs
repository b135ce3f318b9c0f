using System.Text.Json;

namespace FineTune.Tool.Tests;

public sealed class WhenFilesAreLinted : IDisposable
{
    private const string Good = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}""";
    private const string Bad = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "asistant", "content": "Hi"}]}""";

    private readonly Workspace workspace = new();

    [Fact]
    public void AFaultIsShownWithItsPartOfTheLine()
    {
        workspace.Write("data/train.jsonl", $"{Good}\n{Bad}\n");
        var run = workspace.Run("lint", "data/train.jsonl");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("data/train.jsonl:2:62  error FT2009  role is \"asistant\"");
        run.Output.ShouldContain("  2 │ {\"messages\": [");
        run.Output.ShouldContain("│" + new string(' ', 62) + "^^^^^^^^^^\n");
        run.Output.ShouldMatch(@"\n1 error.* in 1 file, 2 examples, \d+ B, [\d.]+ m?s\nfinetune explain FT2009 says what the rule wants, and why\n$");
    }

    [Fact]
    public void QuietShowsTheFindingsAlone()
    {
        workspace.Write("data/train.jsonl", $"{Bad}\n");
        var run = workspace.Run("lint", "data", "--verbosity", "quiet");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("FT2009");
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("data/train.jsonl:", StringComparison.Ordinal));
    }

    [Fact]
    public void SeveralFormatsGoToTheirPlaces()
    {
        workspace.Write("a.jsonl", $"{Bad}\n");
        var run = workspace.Run("lint", "a.jsonl", "--format", "github", "--format", "sarif", "--output", "lint.sarif", "-o", "lint.md", "-f", "json", "-o", "lint.txt");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("::error file=a.jsonl,line=1,");
        run.Error.ShouldStartWith("1 error");
        JsonDocument.Parse(workspace.Read("lint.sarif")).RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        JsonDocument.Parse(workspace.Read("lint.txt")).RootElement.GetProperty("version").GetInt32().ShouldBe(1);
        workspace.Read("lint.md").ShouldStartWith("### ❌");
    }

    [Fact]
    public void AnOutputAloneLeavesTextOnStdout()
    {
        workspace.Write("a.jsonl", $"{Bad}\n");
        workspace.Run("lint", "a.jsonl", "-o", "lint.sarif").Output.ShouldStartWith("a.jsonl:1:");
    }

    [Fact]
    public void PathsForMachinesStartAtTheRepository()
    {
        workspace.Write("sub/a.jsonl", $"{Bad}\n");
        var run = workspace.Run("lint", "sub", "-f", "msbuild");
        run.Output.ShouldContain("sub/a.jsonl(1,62,1,72): error FT2009: role is ");
    }

    [Theory]
    [InlineData("-rf.jsonl")]
    [InlineData("a b.jsonl")]
    [InlineData("::error::x.jsonl")]
    [InlineData("日本語.jsonl")]
    [InlineData("a\nb\e[31m.jsonl")]
    [InlineData("##vso[task.complete]x.jsonl")]
    public void AHostileFileNameIsLintedAndShownHarmless(string name)
    {
        workspace.Write(name, $"{Bad}\n");
        foreach (var format in new[] { "text", "github", "azure", "msbuild", "json", "sarif", "gitlab", "junit", "markdown" })
        {
            var run = workspace.Run("lint", "--format", format, "--", name);
            run.ExitCode.ShouldBe(1, run.Error);
            run.Output.ShouldContain("FT2009");
            run.Output.ShouldNotContain("\n::error::x");
            run.Output.ShouldNotContain("##vso[task.complete");
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xff, 0xfe, 0x00 })]
    [InlineData(new byte[] { 0x00, 0x01, 0x02, 0x0a, 0x7b })]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x7b, 0x22, 0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x0a })]
    public void AnyBytesEndInAFinding(byte[] bytes)
    {
        File.WriteAllBytes(workspace.PathOf("a.jsonl"), bytes);
        var run = workspace.Run("lint", "a.jsonl");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("error FT");
    }

    [UnixFact]
    public void ADeviceIsNotOpened() => workspace.Run("lint", "/dev/zero").ExitCode.ShouldBe(2);

    [Fact]
    public void ALinkOutOfTheRepositoryNeedsLeave()
    {
        using var other = new Workspace();
        var outside = other.Write("real.jsonl", $"{Good}\n");
        File.CreateSymbolicLink(workspace.PathOf("link.jsonl"), outside);
        var refused = workspace.Run("lint", "link.jsonl");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("--allow-outside");
        workspace.Run("lint", "link.jsonl", "--allow-outside", other.Folder, "-f", "json").Output.ShouldContain("\"errors\":");
    }

    public void Dispose() => workspace.Dispose();
}
