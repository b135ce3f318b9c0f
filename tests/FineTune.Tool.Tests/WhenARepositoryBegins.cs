namespace FineTune.Tool.Tests;

public sealed class WhenARepositoryBegins : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public void AllFilesAreWritten()
    {
        var run = workspace.Run("init");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("wrote    finetune.yml\nwrote    finetune.schema.json\nwrote    data/train.jsonl\nwrote    .gitattributes\nwrote    .gitignore\n");
        run.Error.ShouldContain("finetune lint");
        workspace.Read("finetune.yml").ShouldStartWith("# yaml-language-server: $schema=finetune.schema.json\n");
        workspace.Read("finetune.schema.json").ShouldBe(workspace.Run("schema").Output);
        File.ReadLines(workspace.PathOf("data/train.jsonl")).Count().ShouldBe(10);
    }

    [Fact]
    public void TheSamplesLintWithoutAWarning()
    {
        workspace.Run("init");
        var run = workspace.Run("lint", "data", "--profile", "openai", "-f", "json");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("\"errors\": 0,\n    \"warnings\": 0,");
        workspace.Run("lint").Output.ShouldNotMatch("error|warning");
    }

    [Fact]
    public void NothingIsOverwrittenWithoutForce()
    {
        workspace.Write("finetune.yml", "mine");
        workspace.Write("data/train.jsonl", "mine");
        workspace.Run("init").Output.ShouldContain("kept     finetune.yml\n");
        workspace.Read("finetune.yml").ShouldBe("mine");
        workspace.Read("data/train.jsonl").ShouldBe("mine");
        workspace.Run("init", "--force").Output.ShouldContain("replaced finetune.yml\n");
        workspace.Read("finetune.yml").ShouldNotBe("mine");
    }

    [Fact]
    public void SharedFilesGetMissingLinesOnly()
    {
        workspace.Write(".gitignore", "bin/\n.finetune/");
        workspace.Write(".gitattributes", "* text=auto");
        workspace.Run("init", "--force");
        workspace.Read(".gitignore").ShouldBe("bin/\n.finetune/");
        workspace.Read(".gitattributes").ShouldBe("* text=auto\n*.jsonl text eol=lf\nfinetune*.lock.json text eol=lf merge=finetune-lock\n");
    }

    [Fact]
    public void AnotherFolderCanBeNamed()
    {
        workspace.Run("init", "deep/er").ExitCode.ShouldBe(0);
        File.Exists(workspace.PathOf("deep/er/finetune.yml")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("finetune.yml", true)]
    [InlineData(".gitignore", true)]
    [InlineData("data/train.jsonl", true)]
    [InlineData("finetune.yml", false)]
    [InlineData(".gitattributes", false)]
    public void ALinkThatLeadsNowhereOrOutStopsItBeforeAnythingIsWritten(string name, bool isDangling)
    {
        using var other = new Workspace();
        var target = isDangling ? "gone" : other.Write("theirs", "theirs");
        Directory.CreateDirectory(Path.GetDirectoryName(workspace.PathOf(name))!);
        File.CreateSymbolicLink(workspace.PathOf(name), target);
        var run = workspace.Run("init", "--force");
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"error: {name} {(isDangling ? "is a link to a file that does not exist" : "leaves the repository")}");
        run.Error.ShouldNotContain(workspace.Folder);
        Directory.EnumerateFiles(workspace.Folder, "*", SearchOption.AllDirectories).ShouldBe([workspace.PathOf(name)]);
        if (!isDangling)
        {
            other.Read("theirs").ShouldBe("theirs");
        }
    }

    public void Dispose() => workspace.Dispose();
}
