using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Emulator.Tests;

public sealed class WhenTokensAreCounted : RunningEmulator
{
    [Theory]
    [InlineData("supervised")]
    [InlineData("tools")]
    [InlineData("dpo")]
    [InlineData("long")]
    public async Task AJobTrainsOnThoseThatThePlanSays(string data)
    {
        var (lines, method) = data switch
        {
            "tools" => (Data.WithTools, TuningMethod.Supervised),
            "dpo" => (Data.Preferences, TuningMethod.Dpo),
            "long" => (Data.Supervised + Data.Long(words: 70_000), TuningMethod.Supervised),
            _ => (Data.Supervised, TuningMethod.Supervised),
        };
        var path = Path.Combine(Folder, "same.jsonl");
        File.WriteAllText(path, lines);
        var request = LintRequest.ForStats(manifest: null, new DateOnly(2026, 6, 1)) with { Paths = [path], Profile = "openai", BaseModel = "gpt-4.1-mini-2025-04-14", Method = method };
        var counted = DatasetStatistics.Of(Linter.Lint(request).Datasets, manifest: null).ShouldHaveSingleItem();

        var job = await Api.StartJobAsync(lines, body => body["method"] = new System.Text.Json.Nodes.JsonObject { ["type"] = method.ToString().ToLowerInvariant() });

        ((long)(await Api.WaitForAsync(job, "succeeded"))["trained_tokens"]!).ShouldBe(counted.Quote!.Cost!.TrainedTokens);
    }
}
