using System.Text;

namespace FineTune.Tool.Tests;

public sealed class WhenDataIsCompared : IDisposable
{
    private readonly Workspace _workspace = new();

    private readonly List<string> _lines = [.. Enumerable.Range(1, 12).Select(number => Line($"question {number}", $"answer {number}"))];

    public WhenDataIsCompared()
    {
        _workspace.BeginRepository();
        WriteManifest("data/train.jsonl");
        Save("data/train.jsonl");
        _workspace.Write(".gitignore", ".finetune/\n");
    }

    [Fact]
    public void ChangesAreFoundByContent()
    {
        _workspace.Commit();
        _lines[1] = Line("question 2", "another answer");
        _lines[2] = Line("question three", "answer 3");
        _lines.RemoveAt(5);
        _lines.Insert(0, Line("question 13", "answer 13"));
        _lines.Reverse(3, 6);
        Save("data/train.jsonl");

        var run = _workspace.Run("diff");

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
        _workspace.Commit();
        _lines.Reverse();
        File.Delete(_workspace.PathOf("data/train.jsonl"));
        Save("elsewhere/other.jsonl");
        WriteManifest("elsewhere/*.jsonl");

        var run = _workspace.Run("diff");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("\n  examples   12\n");
        run.Output.ShouldEndWith("\nDiff: no example changed; no new finding\n");
    }

    [Fact]
    public void OnlyNewFindingsAreShown()
    {
        _lines[0] = Line("question 1", "answer 1").Replace("assistant", "asistant", StringComparison.Ordinal);
        Save("data/train.jsonl");
        _workspace.Commit();
        _lines.Insert(0, Line("question 14", "answer 14").Replace("user", "usr", StringComparison.Ordinal));
        Save("data/train.jsonl");

        var run = _workspace.Run("diff");

        run.Output.ShouldContain("role is \"usr\"");
        run.Output.ShouldNotContain("asistant");
        run.Output.ShouldEndWith("; 1 new finding\n");
    }

    [Fact]
    public void TheJsonIsAsDocumented()
    {
        _workspace.Commit();
        _lines[1] = Line("question 2", "another answer");
        _lines.Add(Line("question 14", "answer 14").Replace("user", "usr", StringComparison.Ordinal));
        Save("data/train.jsonl");

        var json = JsonDocuments.ShouldFit(_workspace.Run("diff", "--format", "json").Output, "diff.schema.json");

        var dataset = json.GetProperty("datasets")[0];
        (dataset.GetProperty("added").GetInt32(), dataset.GetProperty("changed").GetInt32(), dataset.GetProperty("unchanged").GetInt32()).ShouldBe((1, 1, 11));
        json.GetProperty("new_findings")[0].GetProperty("code").GetString().ShouldBe("FT2009");
        json.GetProperty("commit").GetString().ShouldBe(_workspace.Git("rev-parse", "HEAD"));
    }

    [Fact]
    public void AnotherBranchIsComparedWhereTheWorkLeftIt()
    {
        _workspace.Commit();
        _workspace.Git("checkout", "--quiet", "-b", "work");
        _lines.Add(Line("question 14", "answer 14"));
        Save("data/train.jsonl");
        _workspace.Commit();
        _workspace.Git("checkout", "--quiet", "main");
        _workspace.Write("data/train.jsonl", Line("theirs", "theirs") + "\n");
        _workspace.Commit();
        _workspace.Git("checkout", "--quiet", "work");

        _workspace.Run("diff", "main").Output.ShouldContain("\nDiff: 1 added; ");
        _workspace.Run("diff").Output.ShouldContain("\nDiff: no example changed; ");
        _workspace.Git("update-ref", "refs/remotes/origin/main", "main");
        _workspace.Variables["GITHUB_BASE_REF"] = "main";
        _workspace.Run("diff").Output.ShouldContain("\nDiff: 1 added; ");
    }

    [Fact]
    public void AManifestInAFolderIsComparedFromAnyFolder()
    {
        _workspace.Write("models/a/finetune.yml", _workspace.Read("finetune.yml").Replace("data/train.jsonl", "../../data/*.jsonl", StringComparison.Ordinal));
        _workspace.Commit();
        _lines.Add(Line("question 14", "answer 14"));
        Save("data/train.jsonl");

        var run = _workspace.Run("diff", "HEAD", "--manifest", "models/a/finetune.yml");

        run.Output.ShouldContain("\n  + data/train.jsonl:13  \"question 14\"\n");
        run.Output.ShouldContain("1 added;");
    }

    [Fact]
    public void AManifestThatIsNewMakesAllDataNew()
    {
        File.Move(_workspace.PathOf("finetune.yml"), _workspace.PathOf("finetune.prod.yml"));
        _workspace.Commit();
        WriteManifest("data/train.jsonl");

        var run = _workspace.Run("diff");

        run.Output.ShouldContain("! finetune.yml is not in HEAD: all data counts as new\n");
        run.Output.ShouldContain("0 → 12 (+12): 12 added");
    }

    [Fact]
    public void AnExtendedManifestIsReadAsItWas()
    {
        File.Move(_workspace.PathOf("finetune.yml"), _workspace.PathOf("base.yml"));
        _workspace.Write("finetune.yml", "version: 1\nextends: base.yml\n");
        _workspace.Commit();
        _lines.RemoveAt(0);
        Save("data/train.jsonl");

        _workspace.Run("diff").Output.ShouldContain("\nDiff: 1 removed; ");
    }

    [Fact]
    public void APointerToLargeFilesIsSaid()
    {
        _workspace.Write("data/train.jsonl", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('a', 64)}\nsize 12345\n");
        _workspace.Commit();
        Save("data/train.jsonl");

        var run = _workspace.Run("diff");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("! data/train.jsonl is only a pointer to its data (Git LFS, git-annex or DVC) in the earlier revision\n");
        run.Output.ShouldNotContain("added");
        JsonDocuments.ShouldFit(_workspace.Run("diff", "--format", "json").Output, "diff.schema.json");
    }

    [Fact]
    public void AShallowCloneSaysHowToGetTheRest()
    {
        _workspace.Commit();
        _workspace.Write("more.txt", "more");
        _workspace.Commit();
        var clone = _workspace.PathOf("clone");
        GitRepository.Git(_workspace.Folder, "clone", "--quiet", "--depth", "1", $"file://{_workspace.Folder}", clone);

        var run = _workspace.Run("diff", "HEAD~1", "--manifest", "clone/finetune.yml");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: there is no revision \"HEAD~1\" in this repository; the clone is shallow: git fetch --unshallow");
    }

    [Fact]
    public void AClonesMissingDataIsNotFetched()
    {
        _workspace.Commit();
        _lines.RemoveAt(0);
        Save("data/train.jsonl");
        _workspace.Commit();
        _workspace.Git("config", "uploadpack.allowFilter", "true");
        var clone = _workspace.PathOf("clone");
        GitRepository.Git(_workspace.Folder, "clone", "--quiet", "--filter=blob:none", $"file://{_workspace.Folder}", clone);

        var run = _workspace.Run("diff", "HEAD~1", "--manifest", "clone/finetune.yml");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldMatch("^error: (the object [0-9a-f]{40} is not in this clone|git does not give out what the revision holds)");
    }

    [Theory]
    [InlineData("nope", "there is no revision \"nope\" in this repository")]
    [InlineData("-x", "finetune diff has no option \"-x\"")]
    [InlineData("--output=evil", "finetune diff has no option \"--output\"")]
    public void ARevisionThatIsNoneIsSaid(string revision, string message)
    {
        _workspace.Commit();

        var run = _workspace.Run("diff", revision);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: " + message);
        _workspace.Run("diff", "--", "--output=evil").Error.ShouldStartWith("error: there is no revision \"--output=evil\" in this repository");
        File.Exists(_workspace.PathOf("evil")).ShouldBeFalse();
    }

    [Fact]
    public void WithoutACommitThereIsNothingToCompareWith()
    {
        var run = _workspace.Run("diff");

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldStartWith("error: there is no commit yet");
    }

    [Fact]
    public void OutsideOfARepositoryItSaysSo()
    {
        Directory.Delete(_workspace.PathOf(".git"), recursive: true);

        var run = _workspace.Run("diff");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("error: this is not a git repository");
    }

    [Fact]
    public void ACommentIsMarkedAndCannotBeBrokenOutOf()
    {
        _workspace.Commit();
        _lines.Add(Line("</details> | @everyone <!-- [x](http://evil.example) ::error:: sk-proj-abcdefghij0123456789ABCDEFGHIJabcdefghij0123", "`yes` -->"));
        Save("data/train.jsonl");

        var comment = _workspace.Run("diff", "--format", "markdown").Output;

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
        _workspace.Commit();
        _lines.Clear();
        _lines.AddRange(Enumerable.Range(0, 3_000).Select(number => Line(string.Concat(Enumerable.Repeat("<&>|", 30)) + number, "yes " + number).Replace("user", "usr", StringComparison.Ordinal)));
        Save("data/train.jsonl");
        var models = new StringBuilder("version: 1\nmodels:\n");
        for (var i = 0; i < 40; i++)
        {
            models.Append($"  bot-{i}: {{ provider: openai, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: data/train.jsonl, suffix: s{i} }}\n");
        }
        _workspace.Write("finetune.yml", models.ToString());

        var comment = _workspace.Run("diff", "--format", "markdown").Output;

        Encoding.UTF8.GetByteCount(comment).ShouldBeLessThan(65_536);
        comment.Split("<details>").Length.ShouldBe(comment.Split("</details>").Length);
        comment.ShouldContain(" more.\n");
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_workspace.Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
        _workspace.Dispose();
    }

    private static string Line(string question, string answer) =>
        "{\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"},{\"role\":\"assistant\",\"content\":\"" + answer + "\"}]}";

    private void Save(string name) => _workspace.Write(name, string.Join('\n', _lines) + "\n");

    private void WriteManifest(string training) => _workspace.Write("finetune.yml", $$"""
        version: 1
        models:
          bot: { provider: openai, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: {{training}}, hyperparameters: { n_epochs: 3 } }
        """);
}
