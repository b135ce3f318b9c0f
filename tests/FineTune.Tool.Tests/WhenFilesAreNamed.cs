namespace FineTune.Tool.Tests;

public sealed class WhenFilesAreNamed : IDisposable
{
    private const string Bad = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "asistant", "content": "Hi"}]}""" + "\n";

    private readonly Workspace workspace = new();

    public WhenFilesAreNamed()
    {
        foreach (var name in new[] { "data/a.jsonl", "data/b1.jsonl", "data/deep/down/c.jsonl", "data/.hidden.jsonl", "data/notes.txt", "other/d.jsonl" })
        {
            workspace.Write(name, Bad);
        }
    }

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("data", "data/a data/b1 data/deep/down/c")]
    [InlineData("data/", "data/a data/b1 data/deep/down/c")]
    [InlineData("data/*.jsonl", "data/a data/b1")]
    [InlineData("data/**/*.jsonl", "data/a data/b1 data/deep/down/c")]
    [InlineData("**/c.jsonl", "data/deep/down/c")]
    [InlineData("{data,other}/?.jsonl", "data/a other/d")]
    [InlineData("data/{a,b1}.jsonl", "data/a data/b1")]
    [InlineData("data/[ab]*.jsonl", "data/a data/b1")]
    [InlineData("data/[!a]*.jsonl", "data/b1")]
    [InlineData("d*/**/down/*", "data/deep/down/c")]
    [InlineData("./data/../other/*.jsonl", "other/d")]
    [InlineData("other/d.jsonl", "other/d")]
    public void APatternMeansWhatItMeansInAManifest(string pattern, string files)
    {
        var run = workspace.Run("lint", pattern, "-f", "msbuild");
        Named(run).ShouldBe(files.Split(' ').Select(file => file + ".jsonl"));

        if (!Directory.Exists(workspace.PathOf(pattern)))
        {
            workspace.Write("finetune.yml", $"version: 1\nmodels: {{ bot: {{ provider: emulator, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: \"{pattern}\" }} }}\n");
            Named(workspace.Run("lint", "-f", "msbuild")).ShouldBe(Named(run));
        }
    }

    [Fact]
    public void AnAbsolutePatternIsOneToo() => Named(workspace.Run("lint", workspace.PathOf("data/*.jsonl"), "-f", "msbuild")).ShouldBe(["data/a.jsonl", "data/b1.jsonl"]);

    [Fact]
    public void AFileThatIsCalledLikeAPatternIsMeant()
    {
        workspace.Write("data/b[1].jsonl", Bad);
        Named(workspace.Run("lint", "data/b[1].jsonl", "-f", "msbuild")).ShouldBe(["data/b[1].jsonl"]);
    }

    [Theory]
    [InlineData("data/**/*.csv", "matches no file")]
    [InlineData("none/*.jsonl", "matches no file")]
    [InlineData("{x,y}.jsonl", "matches no file")]
    [InlineData("none.jsonl", "is not there")]
    [InlineData("empty", "holds no .jsonl file")]
    public void ANameThatLeadsToNothingIsSaid(string name, string message)
    {
        Directory.CreateDirectory(workspace.PathOf("empty"));
        foreach (var command in new[] { "lint", "stats", "fix" })
        {
            var run = workspace.Run(command, name);
            run.ExitCode.ShouldBe(2);
            run.Output.ShouldBeEmpty();
            run.Error.ShouldStartWith($"error: {name} {message}\n");
        }
    }

    [Fact]
    public void TheOtherFilesAreCheckedAllTheSame()
    {
        Link("data/nowhere.jsonl", "gone.jsonl");
        var run = workspace.Run("lint", "none.jsonl", "data/a.jsonl", "data/nowhere.jsonl");
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("data/a.jsonl:1:62  error FT2009");
        run.Error.ShouldBe("error: none.jsonl is not there\nerror: data/nowhere.jsonl is a link to a file that does not exist\n");
    }

    [Fact]
    public void AFileIsFixedOnlyWhereAllNamesAreRight()
    {
        workspace.Write("data/a.jsonl", "\n" + Bad);
        var run = workspace.Run("fix", "data/a.jsonl", "none.jsonl");
        run.ExitCode.ShouldBe(2);
        workspace.Read("data/a.jsonl").ShouldBe("\n" + Bad);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/*.jsonl")]
    public void ALinkThatCanNotBeFollowedIsAFindingOfItsOwn(string name)
    {
        using var other = new Workspace();
        Link("data/away.jsonl", other.Write("private.jsonl", Bad));
        Link("data/nowhere.jsonl", "gone.jsonl");
        var run = workspace.Run("lint", name, "-f", "msbuild");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("data/a.jsonl(1,62,1,72): error FT2009");
        run.Output.ShouldContain("data/away.jsonl(1,1,1,1): error FT0008: the file leaves the repository; only the command line can allow that, with --allow-outside\n");
        run.Output.ShouldContain("data/nowhere.jsonl(1,1,1,1): error FT0008: the file is a link to a file that does not exist\n");
        run.Output.Split("FT0008").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("-x.jsonl")]
    [InlineData("--x")]
    public void ANameThatBeginsWithADashGetsAHint(string name)
    {
        workspace.Write(name, Bad);
        var run = workspace.Run("lint", name);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith($"error: finetune lint has no option \"{name}\"; a path that begins with a dash is written \"./{name}\", or after --\n");
        workspace.Run("lint", "./" + name).ExitCode.ShouldBe(1);
    }

    private static string[] Named(ToolRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains("FT2009", StringComparison.Ordinal)).Select(line => line[..line.IndexOf('(')])];

    private void Link(string name, string target) => File.CreateSymbolicLink(workspace.PathOf(name), target);
}
