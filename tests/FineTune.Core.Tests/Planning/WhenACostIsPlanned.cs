using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Planning;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Planning;

public sealed class WhenACostIsPlanned : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void ItIsTokensTimesEpochsTimesPrice()
    {
        var quote = TrainingQuote.Of(Model("gpt-3.5-turbo-0125", epochs: 3), Tokens(100_000), 60);

        quote.Cost!.Usd.ShouldBe(2.40m);
        (quote.Cost.TrainedTokens, quote.Cost.IsExact, quote.Unknown).ShouldBe((300_000, true, null));
    }

    [Fact]
    public void ThePriceOfTheManifestWins()
    {
        var cost = TrainingQuote.Of(Model("gpt-3.5-turbo-0125", epochs: 3) with { TrainingPricePerMillion = 4 }, Tokens(100_000), 60).Cost!;

        (cost.Usd, cost.PriceIsOfManifest).ShouldBe((1.20m, true));
    }

    [Fact]
    public void EpochsThatNobodyDeclaredAreAnEstimate()
    {
        var cost = TrainingQuote.Of(Model("gpt-4.1-mini-2025-04-14", epochs: 0), Tokens(1_000), 10).Cost!;

        (cost.Epochs, cost.IsExact).ShouldBe((10, false));
        cost.Estimates.ShouldBe(["epochs"]);
    }

    [Fact]
    public void WhatIsAnEstimateIsNamed()
    {
        var model = Model("my-model", epochs: 2) with { Method = TuningMethod.Dpo, TrainingPricePerMillion = 1 };

        TrainingQuote.Of(model, Tokens(1_000) with { Estimates = ["chat_format", "tools"] }, 10).Cost!.Estimates
            .ShouldBe(["chat_format", "encoding", "preference_pairs", "tools"]);
    }

    [Fact]
    public void AnUnknownPriceIsSaid() =>
        TrainingQuote.Of(Model("my-model", epochs: 2), Tokens(1_000), 10).Unknown.ShouldBe("no price is known for my-model at openai");

    [Fact]
    public void TrainingByTheHourHasNoEstimate() =>
        TrainingQuote.Of(Model("o4-mini-2025-04-16", epochs: 1), Tokens(1_000), 10).Unknown!.ShouldContain("by the hour of training, 100.00 USD");

    [Fact]
    public void TheEmulatorIsStoppedOnlyByACostThatIsKnown()
    {
        var model = Model("my-model", epochs: 1) with { MaxCostUsd = 1 };

        BudgetGate.Of(model, SampleManifest.OpenAI, null, "no price").Blocked.ShouldBeTrue();
        BudgetGate.Of(model, SampleManifest.Emulator, null, "no price").Blocked.ShouldBeFalse();
        BudgetGate.Of(model, SampleManifest.Emulator, new CostEstimate(2, 1, true), null).Blocked.ShouldBeTrue();
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("azure")]
    public void WhatTheLinterMeasuresIsWhatIsUploaded(string profile)
    {
        var manifest = Manifest(profile);
        var report = Linter.Lint(new LintRequest { ManifestPath = manifest.Path, WithDigests = true, Today = new DateOnly(2026, 6, 1) });

        var linted = ModelData.Of(report.Manifest!, report.Datasets).ShouldHaveSingleItem();

        var measured = ModelData.Measure(report.Manifest!, report.Manifest!.Models[0], default);
        (linted.Training.Sha256, linted.Training.Bytes, linted.Training.Examples).ShouldBe((measured.Training.Sha256, measured.Training.Bytes, measured.Training.Examples));
        linted.Training.Bytes.ShouldBe(new FileInfo(Path.Combine(folder.Path, "train.jsonl")).Length + (profile == "azure" ? 3 : 0));
    }

    [Fact]
    public void ItsTokensAreThoseThatWereCountedWhileTheDataWasRead()
    {
        var manifest = Manifest("openai");
        var today = new DateOnly(2026, 6, 1);

        var data = ModelData.Of(manifest, Linter.Lint(LintRequest.ForRelease(manifest.Path, today)).Datasets).ShouldHaveSingleItem();

        data.Tokens!.Billable.ShouldBe(12 * (3 + 3 + 1 + 3 + 1 + 2 + 1));
        data.Training.Tokens.ShouldBe(data.Tokens.Billable);
        ModelData.Of(manifest, Linter.Lint(LintRequest.ForVerify(manifest.Path, today)).Datasets).ShouldHaveSingleItem().Tokens.ShouldBeNull();
    }

    public void Dispose() => folder.Dispose();

    private static TokenTotals Tokens(long billable) => new(billable, billable, billable, 0, 10);

    private static ModelSettings Model(string baseModel, int epochs) => epochs == 0
        ? SampleManifest.Model("support-bot") with { BaseModel = new Sourced<string>(baseModel, default), Hyperparameters = new Dictionary<string, System.Text.Json.Nodes.JsonNode>() }
        : SampleManifest.Model("support-bot", epochs) with { BaseModel = new Sourced<string>(baseModel, default) };

    private FineTuneManifest Manifest(string kind)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 12; i++)
        {
            lines.Append("""{"messages":[{"role":"user","content":"hello world"},{"role":"assistant","content":"hello"}]}""").Append('\n');
        }
        File.WriteAllText(Path.Combine(folder.Path, "train.jsonl"), lines.ToString());
        var path = Path.Combine(folder.Path, "finetune.yml");
        File.WriteAllText(path, $$"""
            version: 1
            providers:
              az: { kind: azure, endpoint: "https://x.openai.azure.com/" }
            models:
              bot: { provider: {{(kind == "azure" ? "az" : kind)}}, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: train.jsonl }
            """);
        return ManifestReader.Read(path, []).Manifest!;
    }
}
