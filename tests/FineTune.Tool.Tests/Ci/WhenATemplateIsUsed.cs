using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace FineTune.Tool.Tests.Ci;

public sealed partial class WhenATemplateIsUsed : IDisposable
{
    private readonly Workspace workspace = new();

    [CiTheory]
    [InlineData("azure-pipelines.yml", 7)]
    [InlineData("gitlab-ci.yml", 7)]
    public void EveryCommandInItWorks(string file, int expected)
    {
        string[] lines = [.. Commands(Yaml.Read(Readme.Repository.Text("examples", "ci", file)))];
        lines.Length.ShouldBe(expected, string.Join('\n', lines));
        Prepare();
        // In the order of a change: what verifies in full comes after what trains.
        foreach (var line in lines.OrderBy(line => line.Contains("--provenance", StringComparison.Ordinal)))
        {
            // A schedule runs again and again: what has not ended yet is brought in by a later run.
            for (var run = 0; run == 0 || run < 20 && line == "finetune sync" && !IsTrained(); run++)
            {
                Play(line);
            }
        }
        File.Exists(workspace.PathOf("temp/finetune.xml")).ShouldBe(file.StartsWith("azure", StringComparison.Ordinal));
        IsTrained().ShouldBeTrue();
    }

    [Theory]
    [InlineData("azure-pipelines.yml")]
    [InlineData("gitlab-ci.yml")]
    public void NoKeyReachesACheck(string file)
    {
        var text = Readme.Repository.Text("examples", "ci", file);
        var check = file.StartsWith("azure", StringComparison.Ordinal)
            ? text[text.IndexOf("stage: check", StringComparison.Ordinal)..text.IndexOf("stage: release", StringComparison.Ordinal)]
            : text[text.IndexOf("finetune:check:", StringComparison.Ordinal)..text.IndexOf("finetune:release:", StringComparison.Ordinal)];
        check.ShouldNotContain("_KEY");
        check.ShouldNotContain("group:");
        check.ShouldContain("--allow-stale");
    }

    public void Dispose() => workspace.Dispose();

    private bool IsTrained() => workspace.Read("finetune.lock.json").Contains("\"current\": 1", StringComparison.Ordinal);

    private void Prepare()
    {
        Directory.Delete(workspace.PathOf(".git"));
        workspace.Run("init").ExitCode.ShouldBe(0);
        foreach (var arguments in new[] { new[] { "init", "--quiet" }, ["add", "--all"], ["commit", "--quiet", "--message", "Begin"], ["commit", "--quiet", "--allow-empty", "--message", "Next"] })
        {
            CiRepository.Run(workspace.Folder, "git", arguments);
        }
        Directory.CreateDirectory(workspace.PathOf("temp"));
    }

    private void Play(string line)
    {
        // What the service would put there.
        var script = AzureVariable().Replace(line, workspace.PathOf("temp"));
        var path = workspace.Write("temp/line.sh", $"set -euo pipefail\nfinetune() {{ '{ToolUnderTest.Executable}' \"$@\"; }}\nexport FINETUNE_EMULATOR_SPEED=instant FINETUNE_TODAY=2026-06-01 CI=true\n{script}\n");
        CiRepository.Run(workspace.Folder, "bash", path);
    }

    private static IEnumerable<string> Commands(YamlMappingNode pipeline) => pipeline.All().OfType<YamlScalarNode>()
        .SelectMany(node => (node.Value ?? "").Split('\n')).Select(line => line.Trim()).Where(line => line.StartsWith("finetune ", StringComparison.Ordinal));

    [GeneratedRegex(@"\$\((Agent\.TempDirectory|Build\.ArtifactStagingDirectory)\)")]
    private static partial Regex AzureVariable();
}
