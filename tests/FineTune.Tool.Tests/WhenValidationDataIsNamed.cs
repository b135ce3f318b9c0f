using System.Text.Json;

namespace FineTune.Tool.Tests;

public sealed class WhenValidationDataIsNamed : IDisposable
{
    private readonly Workspace workspace = new();

    public WhenValidationDataIsNamed()
    {
        workspace.Write("a.jsonl", string.Concat(Enumerable.Range(0, 6).Select(Order)));
        workspace.Write("b.jsonl", string.Concat(Enumerable.Range(6, 6).Select(Order)));
        workspace.Write("valid/one.jsonl", Order(3) + Order(100));
        workspace.Write("valid/two.jsonl", """{"messages": [{"role": "system", "content": "Answer in French."}, {"role": "user", "content": "Hello?"}, {"role": "assistant", "content": "Bonjour!"}]}""" + "\n");
    }

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("--validation valid/one.jsonl --validation valid/two.jsonl")]
    [InlineData("--validation valid/one.jsonl valid/two.jsonl")]
    [InlineData("--validation valid/*.jsonl")]
    [InlineData("--validation valid")]
    public void ItIsComparedAsThatOfAManifest(string options)
    {
        workspace.Write("finetune.yml", """
            version: 1
            models:
              bot: { provider: emulator, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: [a.jsonl, b.jsonl], validation: valid/*.jsonl }
            """);
        foreach (var deep in new string[][] { [], ["--deep"] })
        {
            var run = workspace.Run(["lint", "a.jsonl", "b.jsonl", .. options.Split(' '), "--profile", "openai", "-f", "msbuild", .. deep]);
            run.ExitCode.ShouldBe(1);
            run.Output.ShouldContain("valid/one.jsonl(1,1,1,");
            run.Output.ShouldContain("error FT6001: this example is also in the training data (line 4 of \"a.jsonl\")");
            run.Output.ShouldContain("warning FT6003");
            run.Output.Contains("FT6002", StringComparison.Ordinal).ShouldBe(deep.Length > 0);
            run.Output.ShouldNotContain("FT3001", customMessage: "two files of six are twelve training examples");

            var manifest = workspace.Run(["lint", "--profile", "openai", "-f", "msbuild", .. deep]).Output;
            manifest.Split('\n').Where(line => line.Contains(".jsonl(", StringComparison.Ordinal)).ShouldBe(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void WithoutItNothingIsCompared()
    {
        var run = workspace.Run("lint", "a.jsonl", "valid/one.jsonl", "--profile", "openai", "-f", "msbuild");
        run.Output.ShouldNotContain("FT6001");
        run.Output.ShouldContain("a.jsonl(1,1,1,1): error FT3001");
        workspace.Run("lint", "--help").Output.ReplaceLineEndings(" ").ShouldContain("files are compared with each other by --validation, or by a manifest");
    }

    [Fact]
    public void TheReportTellsTheRoles()
    {
        var run = workspace.Run("lint", "a.jsonl", "b.jsonl", "--validation", "valid", "-f", "json");
        var datasets = JsonDocument.Parse(run.Output).RootElement.GetProperty("datasets").EnumerateArray().ToArray();
        datasets.Select(dataset => dataset.GetProperty("role").GetString()).ShouldBe(["training", "validation"]);
        datasets.Select(dataset => dataset.GetProperty("examples").GetInt32()).ShouldBe([12, 3]);
    }

    [Theory]
    [InlineData("lint --validation valid a.jsonl", "--validation needs PATH, the training data, before it")]
    [InlineData("lint --validation valid", "--validation needs PATH, the training data, before it")]
    [InlineData("lint a.jsonl --validation none.jsonl", "none.jsonl is not there")]
    [InlineData("lint a.jsonl --manifest finetune.yml --validation valid", "--validation is for files without a manifest; a manifest names its own")]
    [InlineData("lint a.jsonl --validation", "--validation needs a value")]
    public void WhatItLacksIsSaid(string line, string message)
    {
        workspace.Write("finetune.yml", "version: 1\n");
        var run = workspace.Run(line.Split(' '));
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("error: " + message);
    }

    // The last is not in the training data, but for its number.
    private static string Order(int number) =>
        $$"""{"messages": [{"role": "user", "content": "Where is my order of the third of May, with the number {{number}}, which I paid for by card and that should have come to the house in Mill Lane by Friday?"}, {"role": "assistant", "content": "Order {{number}} left the store this morning; the driver will ring before noon, and if nobody opens it waits for you at the post office for seven days."}]}""" + "\n";
}
