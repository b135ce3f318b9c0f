using System.Text.Json;
using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Tool.Tests;

public sealed class WhenCIReadsTheOutput : IDisposable
{
    private const string Good = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}""";
    private const string Bad = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "asistant", "content": "Hi"}]}""";

    private readonly Workspace workspace = new();

    [Fact]
    public void AnnotationsBringTheStepSummaryAlong()
    {
        var summary = workspace.Write("temp/summary.md", "### Before\n");
        workspace.Variables["GITHUB_STEP_SUMMARY"] = summary;
        workspace.Write("a.jsonl", $"{Bad}\n");
        var run = workspace.Run("lint", "a.jsonl", "--format", "github");
        run.Output.ShouldStartWith("::error file=a.jsonl,line=1,");
        run.Output.ShouldNotContain("###");
        workspace.Read("temp/summary.md").ShouldStartWith("### Before\n### ❌ Fine-tuning data: errors\n");
    }

    [Fact]
    public void ASummaryThatIsNamedIsAddedToOnce()
    {
        var summary = workspace.Write("temp/summary.md", "### Before\n");
        workspace.Variables["GITHUB_STEP_SUMMARY"] = summary;
        workspace.Write("a.jsonl", $"{Bad}\n");
        workspace.Run("lint", "a.jsonl", "--format", "github", "--format", "markdown", "--output", summary);
        var written = workspace.Read("temp/summary.md");
        written.ShouldStartWith("### Before\n### ❌");
        written.Split("###").Length.ShouldBe(3);
    }

    [Fact]
    public void WithoutAnnotationsTheStepSummaryIsLeftAlone()
    {
        workspace.Variables["GITHUB_STEP_SUMMARY"] = workspace.Write("temp/summary.md", "");
        workspace.Write("a.jsonl", $"{Bad}\n");
        workspace.Run("lint", "a.jsonl", "--format", "text");
        workspace.Read("temp/summary.md").ShouldBeEmpty();
    }

    [Fact]
    public void AFullSummaryStaysUnderAMebibyte()
    {
        var summary = workspace.Write("temp/summary.md", new string('x', 990_000) + "\n");
        workspace.Variables["GITHUB_STEP_SUMMARY"] = summary;
        workspace.Write("a.jsonl", string.Concat(Enumerable.Range(0, 900).Select(i => Bad.Replace("asistant", $"bot{i}", StringComparison.Ordinal) + "\n")));
        workspace.Run("lint", "a.jsonl", "--format", "github");
        new FileInfo(summary).Length.ShouldBeInRange(990_200, 1 << 20);
        workspace.Read("temp/summary.md").ShouldContain("more findings: `finetune lint` shows them all.");
    }

    [Fact]
    public void PathsStartAtTheRepositoryAlsoFromASubfolder()
    {
        workspace.Write("bots/data/a.jsonl", $"{Bad}\n");
        RunIn("bots", "lint", "data", "-f", "github").Output.ShouldStartWith("::error file=bots/data/a.jsonl,");
        RunIn("bots", "lint", "data", "-f", "gitlab").Output.ShouldContain("\"path\": \"bots/data/a.jsonl\"");
        RunIn("bots", "lint", "data", "-f", "azure").Output.ShouldContain("sourcepath=bots/data/a.jsonl;");
        RunIn("bots", "lint", "data", "-f", "sarif").Output.ShouldContain("\"uri\": \"bots/data/a.jsonl\"");
        RunIn("bots", "lint", "data", "-f", "text").Output.ShouldStartWith("data/a.jsonl:1:");
    }

    [Fact]
    public void PathsStartAtTheCheckoutInASubmoduleAndWithoutGit()
    {
        workspace.Variables["GITHUB_WORKSPACE"] = workspace.Folder;
        workspace.Write("module/.git", "gitdir: ../.git/modules/module\n");
        workspace.Write("module/a.jsonl", $"{Bad}\n");
        RunIn("module", "lint", "a.jsonl", "-f", "github").Output.ShouldStartWith("::error file=module/a.jsonl,");

        workspace.Write("..module/.git", "gitdir: ../.git/modules/module\n");
        workspace.Write("..module/a.jsonl", $"{Bad}\n");
        RunIn("..module", "lint", "a.jsonl", "-f", "github").Output.ShouldStartWith("::error file=..module/a.jsonl,");

        // A repository that was checked out into a folder of the workspace: GitHub counts from the repository.
        Directory.Delete(workspace.PathOf(".git"));
        RunIn("module", "lint", "a.jsonl", "-f", "github").Output.ShouldStartWith("::error file=a.jsonl,");
        File.Delete(workspace.PathOf("module/.git"));
        RunIn("module", "lint", "a.jsonl", "-f", "github").Output.ShouldStartWith("::error file=module/a.jsonl,");
        workspace.Variables["GITHUB_WORKSPACE"] = "/nowhere/else";
        RunIn("module", "lint", "a.jsonl", "-f", "github").Output.ShouldStartWith("::error file=a.jsonl,");
    }

    [Fact]
    public void ItsJsonFitsItsSchema()
    {
        using var schema = JsonDocument.Parse(Readme.Repository.Text("docs", "formats", "lint-report.schema.json"));
        JsonSchema.TryRead(schema.RootElement, out var form, out var fault).ShouldBeTrue(fault);
        workspace.Run("init");
        workspace.Write("many.jsonl", string.Concat(Enumerable.Repeat($"{Bad}\n", 30)));
        workspace.Write("data/bad.jsonl", $"{Good}\n{Bad}\nnot json\n");
        string[][] runs = [["lint"], ["lint", "data"], ["lint", "many.jsonl"], ["verify"], ["lint", "--manifest", "data/bad.jsonl"]];
        foreach (var arguments in runs)
        {
            using var report = JsonDocument.Parse(workspace.Run([.. arguments, "--format", "json"]).Output);
            form!.Validate(report.RootElement).ShouldBeNull(string.Join(' ', arguments));
        }
        using var other = JsonDocument.Parse("""{"version": 2}""");
        form!.Validate(other.RootElement).ShouldNotBeNull();
    }

    [Fact]
    public void AScanKnowsAFindingAgainThatMoved()
    {
        workspace.Write("a.jsonl", $"{Bad}\n");
        var before = Prints("a.jsonl");
        workspace.Write("a.jsonl", $"{Good}\n{Good.Replace("Hi", "Ho", StringComparison.Ordinal)}\n{Bad}\n");
        Prints("a.jsonl").ShouldBe(before);
        before.ShouldHaveSingleItem().ShouldMatch("^[0-9a-f]{16}:1$");
    }

    private string[] Prints(string file)
    {
        using var sarif = JsonDocument.Parse(workspace.Run("lint", file, "-f", "sarif").Output);
        return [.. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString() == "FT2009")
            .Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];
    }

    private ToolRun RunIn(string folder, params string[] arguments)
    {
        using var process = workspace.Start(workspace.PathOf(folder), arguments);
        process.StandardInput.Close();
        return Workspace.End(process);
    }

    public void Dispose() => workspace.Dispose();
}
