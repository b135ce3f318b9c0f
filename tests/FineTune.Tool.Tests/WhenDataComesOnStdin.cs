using System.Text.Json;

namespace FineTune.Tool.Tests;

public sealed class WhenDataComesOnStdin : IDisposable
{
    private const string Good = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}""" + "\n";
    private const string Bad = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "asistant", "content": "Hi"}]}""" + "\n";
    private const string Commas = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"},]}""" + "\n";

    private readonly Workspace workspace = new();
    private readonly string temporary;

    public WhenDataComesOnStdin()
    {
        temporary = Directory.CreateDirectory(workspace.PathOf("temporary")).FullName;
        workspace.Variables["TMPDIR"] = temporary;
    }

    public void Dispose()
    {
        Directory.EnumerateFileSystemEntries(temporary).Where(name => Path.GetFileName(name).StartsWith("finetune-", StringComparison.Ordinal)).ShouldBeEmpty("the data stayed behind");
        workspace.Dispose();
    }

    [Fact]
    public void AFaultIsShownWithItsPartOfTheLine()
    {
        var run = workspace.Feed(Good + Bad, "lint", "-");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("<stdin>:2:62  error FT2009  role is \"asistant\"");
        run.Output.ShouldContain("  2 │ {\"messages\": [");
        run.Output.ShouldContain(" in 1 file, 2 examples");
    }

    [Theory]
    [InlineData("text", "<stdin>:2:62")]
    [InlineData("msbuild", "<stdin>(2,62,2,72)")]
    [InlineData("github", "file=<stdin>,line=2")]
    [InlineData("azure", "sourcepath=<stdin>;linenumber=2")]
    [InlineData("gitlab", "\"path\": \"<stdin>\"")]
    [InlineData("sarif", "\"uri\": \"%3Cstdin%3E\"")]
    [InlineData("junit", "&lt;stdin&gt;:2:62")]
    [InlineData("json", "\"path\": \"<stdin>\"")]
    [InlineData("markdown", "stdin&#62;:2:62")]
    public void EveryFormatNamesIt(string format, string place)
    {
        var run = workspace.Feed(Good + Bad, "lint", "-", "--format", format, "--show-ignores");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(place);
        (run.Output + run.Error).ShouldNotContain("temporary");
    }

    [Fact]
    public void AnEmptyOneIsAnEmptyDataset() => workspace.Run("lint", "-").Output.ShouldContain("<stdin>:1:1  error FT1001");

    [Fact]
    public void ItIsComparedWithTheValidationData()
    {
        workspace.Write("valid.jsonl", Good);
        workspace.Feed(Good + Bad, "lint", "-", "--validation", "valid.jsonl").Output.ShouldContain("FT6001  this example is also in the training data (line 1 of \"<stdin>\")");
    }

    [Fact]
    public void ItIsCounted()
    {
        var run = workspace.Feed(Good + Good, "stats", "-", "--format", "json");
        run.ExitCode.ShouldBe(0);
        var dataset = JsonDocument.Parse(run.Output).RootElement.GetProperty("datasets")[0];
        dataset.GetProperty("examples").GetInt32().ShouldBe(2);
        dataset.GetProperty("files")[0].GetString().ShouldBe("<stdin>");
    }

    [Fact]
    public void FixIsAFilter()
    {
        var run = workspace.Feed(Commas + Good, "fix", "-");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe(Good + Good);
        run.Error.ShouldStartWith("<stdin>: 1 line fixed (1 × FT1005)\n");
    }

    [Fact]
    public void FixLeavesWhatItCanNotFix()
    {
        var run = workspace.Feed(Commas + Bad, "fix", "-");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe(Good + Bad);
        run.Error.ShouldContain("<stdin>:2:62  error FT2009");
    }

    [Fact]
    public void FixShowsWhatItWouldDo()
    {
        var run = workspace.Feed(Commas, "fix", "-", "--dry-run");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe($"--- a/<stdin>\n+++ b/<stdin>\n@@ -1 +1 @@\n-{Commas}+{Good}");
    }

    [Theory]
    [InlineData("fix - a.jsonl", "fix - writes what it reads to stdout")]
    [InlineData("lint - --manifest finetune.yml", "- is none of the manifest's files")]
    [InlineData("stats - --manifest finetune.yml", "- is none of the manifest's files")]
    [InlineData("lint - --update-baseline --baseline old.json", "a baseline knows findings by their file")]
    public void WhereItHasNoPlaceThatIsSaid(string line, string message)
    {
        workspace.Write("a.jsonl", Commas);
        workspace.Write("finetune.yml", "version: 1\n");
        var run = workspace.Feed(Good, line.Split(' '));
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("error: " + message);
        workspace.Read("a.jsonl").ShouldBe(Commas);
    }

    [UnixFact]
    public async Task WhoIsInterruptedWaitsForNobody()
    {
        using var process = workspace.Start("lint", "-");
        await process.StandardInput.WriteAsync(Good);
        await process.StandardInput.FlushAsync();
        while (!Directory.EnumerateFiles(temporary, "*", SearchOption.AllDirectories).Any(file => file.EndsWith("stdin>", StringComparison.Ordinal)))
        {
            await Task.Delay(20);
        }
        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString()]))
        {
            await kill.WaitForExitAsync();
        }
        process.WaitForExit(TimeSpan.FromSeconds(8)).ShouldBeTrue();
        process.ExitCode.ShouldBe(130);
    }
}
