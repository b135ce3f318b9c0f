using System.Text;

namespace FineTune.Tool.Tests;

public sealed class WhenDataIsCompared : IDisposable
{
    private readonly Workspace workspace = new();

    private readonly List<string> lines = [.. Enumerable.Range(1, 12).Select(number => Line($"question {number}", $"answer {number}"))];

    public WhenDataIsCompared()
    {
        workspace.BeginRepository();
        WriteManifest("data/train.jsonl");
        Save("data/train.jsonl");
        workspace.Write(".gitignore", ".finetune/\n");
    }

    [Fact]
    public void ChangesAreFoundByContent()
    {
        workspace.Commit();
        lines[1] = Line("question 2", "another answer");
        lines[2] = Line("question three", "answer 3");
        lines.RemoveAt(5);
        lines.Insert(0, Line("question 13", "answer 13"));
        lines.Reverse(3, 6);
        Save("data/train.jsonl");

        var run = workspace.Run("diff");

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldStartWith("Data since HEAD (");
        run.Output[run.Output.IndexOf('\n', StringComparison.Ordinal)..].ShouldBe("""


            bot, training
              examples   12: 1 added, 1 removed, 2 changed
              tokens     204 → 202 (-2)
              cost       under 0.01 USD
              + data/train.jsonl:1  "question 13"
              - data/train.jsonl:6  "question 6"
              ~ data/train.jsonl:3  answer
                  - "answer 2"
                  + "another answer"
              ~ data/train.jsonl:9  prompt
                  - "question 3"
                  + "question three"

            Diff: 1 added, 1 removed, 2 changed; -2 tokens an epoch; no new finding

            """);
    }

    [Fact]
    public void MovedLinesAndRenamedFilesAreNoChange()
    {
        workspace.Commit();
        lines.Reverse();
        File.Delete(workspace.PathOf("data/train.jsonl"));
        Save("elsewhere/other.jsonl");
        WriteManifest("elsewhere/*.jsonl");

        var run = workspace.Run("diff");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("\n  examples   12\n");
        run.Output.ShouldEndWith("\nDiff: no example changed; no new finding\n");
    }

    [Fact]
    public void OnlyNewFindingsAreShown()
    {
        lines[0] = Line("question 1", "answer 1").Replace("assistant", "asistant", StringComparison.Ordinal);
        Save("data/train.jsonl");
        workspace.Commit();
        lines.Insert(0, Line("question 14", "answer 14").Replace("user", "usr", StringComparison.Ordinal));
        Save("data/train.jsonl");

        var run = workspace.Run("diff");

        run.Output.ShouldContain("role is \"usr\"");
        run.Output.ShouldNotContain("asistant");
        run.Output.ShouldEndWith("; 1 new finding\n");
    }

    [Fact]
    public void TheJsonIsAsDocumented()
    {
        workspace.Commit();
        lines[1] = Line("question 2", "another answer");
        lines.Add(Line("question 14", "answer 14").Replace("user", "usr", StringComparison.Ordinal));
        Save("data/train.jsonl");

        var json = JsonDocuments.ShouldFit(workspace.Run("diff", "--format", "json").Output, "diff.schema.json");

        var dataset = json.GetProperty("datasets")[0];
        (dataset.GetProperty("added").GetInt32(), dataset.GetProperty("changed").GetInt32(), dataset.GetProperty("unchanged").GetInt32()).ShouldBe((1, 1, 11));
        json.GetProperty("new_findings")[0].GetProperty("code").GetString().ShouldBe("FT2009");
        json.GetProperty("commit").GetString().ShouldBe(workspace.Git("rev-parse", "HEAD"));
    }

    [Fact]
    public void AnotherBranchIsComparedWhereTheWorkLeftIt()
    {
        workspace.Commit();
        workspace.Git("checkout", "--quiet", "-b", "work");
        lines.Add(Line("question 14", "answer 14"));
        Save("data/train.jsonl");
        workspace.Commit();
        workspace.Git("checkout", "--quiet", "main");
        workspace.Write("data/train.jsonl", Line("theirs", "theirs") + "\n");
        workspace.Commit();
        workspace.Git("checkout", "--quiet", "work");

        workspace.Run("diff", "main").Output.ShouldContain("\nDiff: 1 added; ");
        workspace.Run("diff").Output.ShouldContain("\nDiff: no example changed; ");
        workspace.Git("update-ref", "refs/remotes/origin/main", "main");
        workspace.Variables["GITHUB_BASE_REF"] = "main";
        workspace.Run("diff").Output.ShouldContain("\nDiff: 1 added; ");
    }

    [Fact]
    public void AManifestInAFolderIsComparedFromAnyFolder()
    {
        workspace.Write("models/a/finetune.yml", workspace.Read("finetune.yml").Replace("data/train.jsonl", "../../data/*.jsonl", StringComparison.Ordinal));
        workspace.Commit();
        lines.Add(Line("question 14", "answer 14"));
        Save("data/train.jsonl");

        var run = workspace.Run("diff", "HEAD", "--manifest", "models/a/finetune.yml");

        run.Output.ShouldContain("\n  + data/train.jsonl:13  \"question 14\"\n");
        run.Output.ShouldContain("1 added;");
    }

    [Fact]
    public void AManifestThatIsNewMakesAllDataNew()
    {
        File.Move(workspace.PathOf("finetune.yml"), workspace.PathOf("finetune.prod.yml"));
        workspace.Commit();
        WriteManifest("data/train.jsonl");

        var run = workspace.Run("diff");

        run.Output.ShouldContain("! finetune.yml is not in HEAD: all data counts as new\n");
        run.Output.ShouldContain("0 → 12 (+12): 12 added");
    }

    [Fact]
    public void AnExtendedManifestIsReadAsItWas()
    {
        File.Move(workspace.PathOf("finetune.yml"), workspace.PathOf("base.yml"));
        workspace.Write("finetune.yml", "version: 1\nextends: base.yml\n");
        workspace.Commit();
        lines.RemoveAt(0);
        Save("data/train.jsonl");

        workspace.Run("diff").Output.ShouldContain("\nDiff: 1 removed; ");
    }

    [Fact]
    public void APointerToLargeFilesIsSaid()
    {
        workspace.Write("data/train.jsonl", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 12345\n");
        workspace.Commit();
        Save("data/train.jsonl");

        var run = workspace.Run("diff");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("! data/train.jsonl is only a pointer to its data (Git LFS, git-annex or DVC) in the earlier revision\n");
        run.Output.ShouldNotContain("added");
        JsonDocuments.ShouldFit(workspace.Run("diff", "--format", "json").Output, "diff.schema.json");
    }

    [Fact]
    public void AShallowCloneSaysHowToGetTheRest()
    {
        workspace.Commit();
        workspace.Write("more.txt", "more");
        workspace.Commit();
        var clone = workspace.PathOf("clone");
        GitRepository.Git(workspace.Folder, "clone", "--quiet", "--depth", "1", $"file://{workspace.Folder}", clone);

        var run = workspace.Run("diff", "HEAD~1", "--manifest", "clone/finetune.yml");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: there is no revision \"HEAD~1\" in this repository; the clone is shallow: git fetch --unshallow");
    }

    [Fact]
    public void AClonesMissingDataIsNotFetched()
    {
        workspace.Commit();
        lines.RemoveAt(0);
        Save("data/train.jsonl");
        workspace.Commit();
        workspace.Git("config", "uploadpack.allowFilter", "true");
        var clone = workspace.PathOf("clone");
        GitRepository.Git(workspace.Folder, "clone", "--quiet", "--filter=blob:none", $"file://{workspace.Folder}", clone);

        var run = workspace.Run("diff", "HEAD~1", "--manifest", "clone/finetune.yml");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldMatch("^error: (the object [0-9a-f]{40} is not in this clone|git does not give out what the revision holds)");
    }

    [Theory]
    [InlineData("nope", "there is no revision \"nope\" in this repository")]
    [InlineData("-x", "finetune diff has no option \"-x\"")]
    [InlineData("--output=evil", "finetune diff has no option \"--output\"")]
    public void ARevisionThatIsNoneIsSaid(string revision, string message)
    {
        workspace.Commit();

        var run = workspace.Run("diff", revision);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: " + message);
        workspace.Run("diff", "--", "--output=evil").Error.ShouldStartWith("error: there is no revision \"--output=evil\" in this repository");
        File.Exists(workspace.PathOf("evil")).ShouldBeFalse();
    }

    [Fact]
    public void WithoutACommitThereIsNothingToCompareWith()
    {
        var run = workspace.Run("diff");

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldStartWith("error: there is no commit yet");
    }

    [Fact]
    public void OutsideOfARepositoryItSaysSo()
    {
        Directory.Delete(workspace.PathOf(".git"), recursive: true);

        var run = workspace.Run("diff");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: this is not a git repository");
    }

    [Fact]
    public void ACommentIsMarkedAndCannotBeBrokenOutOf()
    {
        workspace.Commit();
        lines.Add(Line("</details> | @everyone <!-- [x](http://evil.example) ::error:: sk-proj-abcdefghij0123456789ABCDEFGHIJabcdefghij0123", "`yes` -->"));
        Save("data/train.jsonl");

        var comment = workspace.Run("diff", "--format", "markdown").Output;

        comment.ShouldStartWith("<!-- finetune-diff finetune.yml -->\n### Fine-tuning data&#58; 1 added; ".Replace("&#58;", ":", StringComparison.Ordinal));
        var row = comment.Split('\n').Single(line => line.StartsWith("| ➕", StringComparison.Ordinal));
        row.Count(c => c == '|').ShouldBe(4);
        row.ShouldNotContain("<");
        row.ShouldNotContain("@e");
        row.ShouldNotContain("](");
        comment.ShouldNotContain("abcdefghij0123456789");
        comment.Split("</details>").Length.ShouldBe(2);
    }

    [Fact]
    public void AHugeCommentStaysUnderWhatHostsTake()
    {
        workspace.Commit();
        lines.Clear();
        lines.AddRange(Enumerable.Range(0, 3_000).Select(number => Line(string.Concat(Enumerable.Repeat("<&>|", 30)) + number, "yes " + number).Replace("user", "usr", StringComparison.Ordinal)));
        Save("data/train.jsonl");
        var models = new StringBuilder("version: 1\nmodels:\n");
        for (var i = 0; i < 40; i++)
        {
            models.Append($"  bot-{i}: {{ provider: openai, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: data/train.jsonl, suffix: s{i} }}\n");
        }
        workspace.Write("finetune.yml", models.ToString());

        var comment = workspace.Run("diff", "--format", "markdown").Output;

        Encoding.UTF8.GetByteCount(comment).ShouldBeLessThan(65_536);
        comment.Split("<details>").Length.ShouldBe(comment.Split("</details>").Length);
        comment.ShouldContain(" more.\n");
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(workspace.Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
        workspace.Dispose();
    }

    private static string Line(string question, string answer) =>
        "{\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"},{\"role\":\"assistant\",\"content\":\"" + answer + "\"}]}";

    private void Save(string name) => workspace.Write(name, string.Join('\n', lines) + "\n");

    private void WriteManifest(string training) => workspace.Write("finetune.yml", $$"""
        version: 1
        models:
          bot: { provider: openai, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: {{training}}, hyperparameters: { n_epochs: 3 } }
        """);
}
