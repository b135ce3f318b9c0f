namespace FineTune.Tool.Tests;

public sealed class WhenARepositoryBegins : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public void AllFilesAreWritten()
    {
        var run = _workspace.Run("init");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("wrote    finetune.yml\nwrote    finetune.schema.json\nwrote    data/train.jsonl\nwrote    .gitattributes\nwrote    .gitignore\n");
        run.Error.ShouldContain("finetune lint");
        _workspace.Read("finetune.yml").ShouldStartWith("# yaml-language-server: $schema=finetune.schema.json\n");
        _workspace.Read("finetune.schema.json").ShouldBe(_workspace.Run("schema").Output);
        File.ReadLines(_workspace.PathOf("data/train.jsonl")).Count().ShouldBe(10);
    }

    [Fact]
    public void TheSamplesLintWithoutAWarning()
    {
        _workspace.Run("init");
        var run = _workspace.Run("lint", "data", "--profile", "openai", "-f", "json");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("\"errors\": 0,\n    \"warnings\": 0,");
        _workspace.Run("lint").Output.ShouldNotMatch("error|warning");
    }

    [Fact]
    public void NothingIsOverwrittenWithoutForce()
    {
        _workspace.Write("finetune.yml", "mine");
        _workspace.Write("data/train.jsonl", "mine");
        _workspace.Run("init").Output.ShouldContain("kept     finetune.yml\n");
        _workspace.Read("finetune.yml").ShouldBe("mine");
        _workspace.Read("data/train.jsonl").ShouldBe("mine");
        _workspace.Run("init", "--force").Output.ShouldContain("replaced finetune.yml\n");
        _workspace.Read("finetune.yml").ShouldNotBe("mine");
    }

    [Fact]
    public void SharedFilesGetMissingLinesOnly()
    {
        _workspace.Write(".gitignore", "bin/\n.finetune/");
        _workspace.Write(".gitattributes", "* text=auto");
        _workspace.Run("init", "--force");
        _workspace.Read(".gitignore").ShouldBe("bin/\n.finetune/");
        _workspace.Read(".gitattributes").ShouldBe("* text=auto\n*.jsonl text eol=lf\nfinetune*.lock.json text eol=lf merge=finetune-lock\n");
    }

    [Fact]
    public void AnotherFolderCanBeNamed()
    {
        _workspace.Run("init", "deep/er").ExitCode.ShouldBe(0);
        File.Exists(_workspace.PathOf("deep/er/finetune.yml")).ShouldBeTrue();
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
        Directory.CreateDirectory(Path.GetDirectoryName(_workspace.PathOf(name))!);
        File.CreateSymbolicLink(_workspace.PathOf(name), target);
        var run = _workspace.Run("init", "--force");
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"error: {name} {(isDangling ? "is a link to a file that does not exist" : "leaves the repository")}");
        run.Error.ShouldNotContain(_workspace.Folder);
        Directory.EnumerateFiles(_workspace.Folder, "*", SearchOption.AllDirectories).ShouldBe([_workspace.PathOf(name)]);
        if (!isDangling)
        {
            other.Read("theirs").ShouldBe("theirs");
        }
    }

    public void Dispose() => _workspace.Dispose();
}
