using System.Diagnostics;

namespace FineTune.Tool.Tests;

public sealed class WhenFilesAreFixed : IDisposable
{
    private const string Good = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}""";
    private const string Foreign = """{"conversations": [{"from": "human", "value": "Hello"}, {"from": "gpt", "value": "Ho"}]}""";

    private readonly Workspace workspace = new();

    [Fact]
    public void EachFileIsSummedUpAndWhatIsLeftIsShown()
    {
        workspace.Write("data/train.jsonl", $"{Good},\n\n{{\"a\": b}}\n{Good[..^1]}, }}\n");
        var run = workspace.Run("fix", "data");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBe("data/train.jsonl: 3 lines fixed (2 × FT1005, 1 × FT1007), 1 left\n");
        run.Output.ShouldContain("data/train.jsonl:2:7  error FT1005  ");
        workspace.Read("data/train.jsonl").ShouldBe($"{Good}\n{{\"a\": b}}\n{Good[..^1]} }}\n");
    }

    [Fact]
    public void NothingToDoIsSaid()
    {
        workspace.Write("a.jsonl", string.Concat(Enumerable.Range(0, 10).Select(i => Good.Replace("Hi", $"Hi {i}", StringComparison.Ordinal) + "\n")));
        var run = workspace.Run("fix", "a.jsonl");
        run.ExitCode.ShouldBe(0, run.Output);
        run.Error.ShouldBe("nothing to fix in 1 file\n");
    }

    [Fact]
    public void ADryRunPrintsADiffThatGitApplies()
    {
        var path = workspace.Write("data/my train.jsonl", $"{Good}\r\n{Good},\r\n\r\n{Good}");
        var run = workspace.Run("fix", "data", "--dry-run");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBe("data/my train.jsonl: 2 lines to fix (1 × FT1005, 1 × FT1007)\n");
        run.Output.ShouldStartWith("--- a/data/my train.jsonl\t\n+++ b/data/my train.jsonl\t\n@@ -1,4 +1,3 @@\n");
        File.ReadAllText(path).ShouldBe($"{Good}\r\n{Good},\r\n\r\n{Good}");
        var diff = workspace.Write("fix.diff", run.Output);
        using var git = Process.Start(new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", diff]) { WorkingDirectory = workspace.Folder })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        File.ReadAllText(path).ShouldBe($"{Good}\r\n{Good}\r\n{Good}");
    }

    [Fact]
    public void OtherFormatsAreConvertedOnlyWhenAskedFor()
    {
        workspace.Write("a.jsonl", Foreign + "\n");
        workspace.Run("fix", "a.jsonl").Error.ShouldBe("nothing to fix in 1 file\n");
        workspace.Run("fix", "a.jsonl", "--convert", "--profile", "openai").Error.ShouldBe("a.jsonl: 1 line fixed (1 × FT2001)\n");
        workspace.Read("a.jsonl").ShouldBe(Good.Replace("Hi", "Ho", StringComparison.Ordinal) + "\n");
    }

    [Fact]
    public void WhatIsLeftOutAndWhatIsLeftIsSaidOnce()
    {
        const string Row = """{"question": "Hello", "answer": "Hi", "id": 1}""";
        const string Asked = """{"custom_id": "1", "body": {"messages": [{"role": "user", "content": "Hello"}]}}""";
        workspace.Write("a.jsonl", $"{Row}\n{Asked}\n{Asked}\n");
        var run = workspace.Run("fix", "a.jsonl", "--convert", "--profile", "openai");
        run.Error.ShouldBe("""
            a.jsonl: 1 line fixed (1 × FT2001), 2 left
              left out: "id", which is no part of an example
              line 2 and 1 more: FT2001  the line is not converted: it asks, and holds no answer to learn: the answers stand in the batch's output file, under the same "custom_id"

            """.ReplaceLineEndings("\n"));
        run.Output.ShouldContain("FT2001");
        workspace.Read("a.jsonl").ShouldBe($"{Good}\n{Asked}\n{Asked}\n");
    }

    [Fact]
    public void TheManifestNamesTheFilesAndTheHost()
    {
        workspace.Write("train.jsonl", "\uFEFF" + Good + ",\n");
        workspace.Write("finetune.yml", "version: 1\nmodels:\n  bot:\n    provider: openai\n    base_model: gpt-4.1-mini-2025-04-14\n    method: supervised\n    training: train.jsonl\n");
        workspace.Run("fix", "--unsafe").Error.ShouldBe("train.jsonl: 1 line fixed (1 × FT1003, 1 × FT1005)\n");
        File.ReadAllBytes(workspace.PathOf("train.jsonl"))[0].ShouldBe((byte)'{');
    }

    [Fact]
    public void AReadOnlyFileIsRefused()
    {
        File.SetAttributes(workspace.Write("a.jsonl", Good + ",\n"), FileAttributes.ReadOnly);
        var run = workspace.Run("fix", "a.jsonl");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe("error: a.jsonl is read-only\n");
    }

    [Fact]
    public void ADiskThatTakesNoMoreLeavesTheFileAndNothingElse()
    {
        var text = Good + ",\n" + string.Concat(Enumerable.Repeat(Good + "\n", 4000));
        workspace.Write("data/a.jsonl", text);
        var run = workspace.Bash("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0 DOTNET_TieredCompilation=1; ulimit -f 100; finetune fix data/a.jsonl");
        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldBe("error: data/a.jsonl cannot be fixed: the file system takes no file of this size\n");
        workspace.Read("data/a.jsonl").ShouldBe(text);
        Directory.GetFiles(workspace.PathOf("data")).ShouldBe([workspace.PathOf("data/a.jsonl")]);
    }

    [Fact]
    public void WithoutAManifestThereMustBePaths()
    {
        var run = workspace.Run("fix");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("FT0001");
    }

    public void Dispose() => workspace.Dispose();
}
