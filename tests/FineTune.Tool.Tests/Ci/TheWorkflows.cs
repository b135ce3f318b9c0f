using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace FineTune.Tool.Tests.Ci;

public sealed partial class TheWorkflows
{
    private static readonly string[] WithJobs =
    [
        .. Directory.GetFiles(Path.Combine(Readme.Repository.Folder, ".github", "workflows"), "*.yml").Select(path => Path.GetRelativePath(Readme.Repository.Folder, path)),
        Path.Combine("src", "FineTune.Tool", "Templates", "finetune-workflow.yml"),
    ];

    public static TheoryData<string> Workflows => [.. WithJobs];

    public static TheoryData<string> Files => [.. WithJobs, Path.Combine(".github", "actions", "finetune", "action.yml")];

    [Theory]
    [MemberData(nameof(Files))]
    public void UseOthersActionsByHashWithTheVersionBesideIt(string file)
    {
        var used = Readme.Repository.Text(file).Split('\n').Where(line => line.Contains("uses: ", StringComparison.Ordinal)).ToList();

        used.Where(line => !line.Contains("uses: ./", StringComparison.Ordinal)).ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void PutNoExpressionIntoAScript(string file)
    {
        foreach (var step in Yaml.Read(Readme.Repository.Text(file)).All().OfType<YamlMappingNode>())
        {
            (step.Text("run") ?? "").ShouldNotContain("${{");
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void GrantNothingButByJobAndNeverRunAForksCodeWithRights(string file)
    {
        var workflow = Yaml.Read(Readme.Repository.Text(file));
        workflow.Find("permissions").ShouldBeOfType<YamlMappingNode>(file).Children.ShouldBeEmpty(file);
        workflow.Find("on", "pull_request_target").ShouldBeNull();
        workflow.Find("on", "workflow_run").ShouldBeNull();
        workflow.Members("jobs").ShouldNotBeEmpty(file);
        foreach (var (name, job) in workflow.Members("jobs"))
        {
            job.Find("permissions").ShouldNotBeNull($"{file}: {name}");
            (job.Find("timeout-minutes") ?? job.Find("uses")).ShouldNotBeNull($"{file}: {name}");
            (job.Text("concurrency", "cancel-in-progress") ?? "false").ShouldBe("false");
        }
    }

    [Fact]
    public void AreWhatInitWrites()
    {
        using var workspace = new Workspace();
        workspace.Run("init", "--github").ExitCode.ShouldBe(0);
        var here = Path.Combine(Readme.Repository.Folder, ".github");
        string[] ours = [.. Directory.GetFiles(Path.Combine(here, "actions", "finetune")), .. Directory.GetFiles(Path.Combine(here, "workflows"), "finetune-*.yml")];
        ours.Length.ShouldBe(9);
        foreach (var path in ours)
        {
            var name = Path.GetRelativePath(Readme.Repository.Folder, path);
            workspace.Read(name).ShouldBe(Readme.Repository.Text(name), name);
        }
        Directory.GetFiles(workspace.PathOf(".github"), "*", SearchOption.AllDirectories).Length.ShouldBe(ours.Length + 1);
    }

    [Fact]
    public void AreWrittenAtTheRootForAManifestBelowIt()
    {
        using var workspace = new Workspace();
        workspace.Run("init", "bots/support", "--github").ExitCode.ShouldBe(0);
        var caller = workspace.Read(".github/workflows/finetune.yml");
        caller.Split('\n').Count(line => line == "      manifest: bots/support/finetune.yml").ShouldBe(4);
        caller.ShouldNotContain("__");
    }

    [Fact]
    public void AreNeverReplacedInSilence()
    {
        using var workspace = new Workspace();
        workspace.Run("init", "--github");
        workspace.Write(".github/actions/finetune/run.sh", "mine\n");
        workspace.Write(".github/workflows/finetune.yml", "mine\n");
        var kept = workspace.Run("init", "--github").Output;
        kept.ShouldContain("kept     .github/actions/finetune/run.sh (differs from this version's; --force replaces it)\n");
        kept.ShouldContain("kept     .github/workflows/finetune.yml\n");
        kept.ShouldContain("kept     .github/actions/finetune/lock.sh\n");
        workspace.Read(".github/actions/finetune/run.sh").ShouldBe("mine\n");
        workspace.Run("init", "--github", "--force").Output.ShouldContain("replaced .github/actions/finetune/run.sh\n");
        workspace.Read(".github/actions/finetune/run.sh").ShouldStartWith("#!/usr/bin/env bash\n");
    }

    [Theory]
    [InlineData("${{ secrets.X }}")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    public void TakeNoFolderNameThatGitHubCouldReadAsSomethingElse(string folder)
    {
        using var workspace = new Workspace();
        var run = workspace.Run("init", folder, "--github");
        run.ExitCode.ShouldBe(2);
        Directory.GetFileSystemEntries(workspace.Folder).ShouldBe([workspace.PathOf(".git")]);
    }

    [GeneratedRegex(@"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
