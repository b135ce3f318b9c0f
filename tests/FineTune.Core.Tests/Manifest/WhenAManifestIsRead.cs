using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAManifestIsRead : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Fact]
    public void TheSmallestOneIsEnough()
    {
        var manifest = folder.ReadFine("""
            version: 1
            models:
              helper:
                provider: openai
                base_model: gpt-4.1-mini-2025-04-14
                training: data/train.jsonl
            """);

        var model = manifest.Models.ShouldHaveSingleItem();
        model.Name.ShouldBe("helper");
        model.Provider.Kind.ShouldBe(ProviderKind.OpenAI);
        model.Method.ShouldBe(TuningMethod.Supervised);
        model.BaseModel.Where.Range.ShouldBe(new TextRange(new(5, 17), new(5, 40)));
        model.Training.Files.ShouldBe([folder.At("data/train.jsonl")]);
        model.Validation.ShouldBeNull();
        manifest.Root.ShouldBe(folder.Path);
        manifest.LockPath.ShouldBe(folder.At("finetune.lock.json"));
        manifest.Providers.Keys.ShouldBe(["openai", "emulator"], ignoreOrder: true);
    }

    [Fact]
    public void EverySettingOfAModelIsThere()
    {
        var model = folder.ReadFine("""
            version: 1
            models:
              helper:
                provider: openai
                base_model: gpt-4.1-2025-04-14
                method: dpo
                training: [data/train.jsonl]
                validation: data/valid.jsonl
                suffix: helper-2
                seed: 2147483647
                hyperparameters: { n_epochs: 2, beta: 0.2, batch_size: auto, learning_rate_multiplier: 1e-1 }
                integrations:
                  - { type: wandb, wandb: { project: help, tags: [a, "1"] } }
                metadata: { team: help, number: 7 }
                price: { training_per_million: 12.5 }
                budget: { max_cost_usd: 25 }
            """).Models[0];

        model.Method.ShouldBe(TuningMethod.Dpo);
        model.Validation!.Files.ShouldBe([folder.At("data/valid.jsonl")]);
        (model.Suffix, model.Seed).ShouldBe(("helper-2", int.MaxValue));
        model.Hyperparameters.ToDictionary(pair => pair.Key, pair => pair.Value.ToJsonString()).ShouldBe(new Dictionary<string, string>
        {
            ["n_epochs"] = "2",
            ["beta"] = "0.2",
            ["batch_size"] = "\"auto\"",
            ["learning_rate_multiplier"] = "0.1",
        }, ignoreOrder: true);
        model.Integrations!.ToJsonString().ShouldBe("""[{"type":"wandb","wandb":{"project":"help","tags":["a","1"]}}]""");
        model.Metadata.ShouldBe(new Dictionary<string, string> { ["team"] = "help", ["number"] = "7" }, ignoreOrder: true);
        (model.TrainingPricePerMillion, model.MaxCostUsd).ShouldBe((12.5m, 25m));
    }

    [Fact]
    public void AReinforcementModelKeepsItsGraderAsWritten()
    {
        var model = folder.ReadFine("""
            version: 1
            models:
              judge:
                provider: openai
                base_model: o4-mini-2025-04-16
                method: reinforcement
                training: data/train.jsonl
                validation: data/valid.jsonl
                hyperparameters: { reasoning_effort: low, compute_multiplier: 1.5, eval_samples: 3 }
                grader: { type: string_check, name: same, input: "{{sample.output_text}}", reference: "{{item.answer}}", operation: eq, strict: true, weight: 1, none: null }
                response_format: { type: json_object }
            """).Models[0];

        model.Grader!.ToJsonString().ShouldBe("""{"type":"string_check","name":"same","input":"{{sample.output_text}}","reference":"{{item.answer}}","operation":"eq","strict":true,"weight":1,"none":null}""");
        model.ResponseFormat!.ToJsonString().ShouldBe("""{"type":"json_object"}""");
    }

    [Fact]
    public void EveryKindOfProviderIsThere()
    {
        var providers = folder.ReadFine("""
            version: 1
            providers:
              europe:
                kind: azure
                endpoint: ${AZURE_ENDPOINT}
                api_key_env: EUROPE_KEY
                training_type: developer
                deployment: { resource_id: "${RESOURCE}", name: helper, capacity: 3 }
              token-factory:
                kind: openai_compatible
                endpoint: https://models.example.com/v1/
                profile: openai
              own:
                kind: exec
                command: [python, train.py]
                env: [HF_TOKEN]
              local:
                kind: emulator
                endpoint: http://127.0.0.1:5005/v1
            models: {}
            """).Providers;

        var azure = providers["europe"];
        (azure.Kind, azure.Profile, azure.Endpoint!.Value, azure.ApiKeyVariable, azure.TrainingType).ShouldBe((ProviderKind.Azure, "azure", "${AZURE_ENDPOINT}", "EUROPE_KEY", "developer"));
        (azure.Deployment!.ResourceId.Value, azure.Deployment.Name.Value, azure.Deployment.Sku, azure.Deployment.Capacity).ShouldBe(("${RESOURCE}", "helper", "standard", 3));
        (providers["token-factory"].Kind, providers["token-factory"].Profile).ShouldBe((ProviderKind.OpenAICompatible, "openai"));
        providers["own"].Profile.ShouldBe("generic");
        providers["own"].Command.ShouldBe(["python", "train.py"]);
        providers["own"].Environment.ShouldBe(["HF_TOKEN"]);
        providers["local"].Endpoint!.Where.Range.Start.Line.ShouldBe(19);
    }

    [Fact]
    public void TheLinterIsToldWhatItSays()
    {
        var lint = folder.ReadFine("""
            version: 1
            models: {}
            lint:
              rules: { FT4001: error, FT5002: none }
              ignore:
                - { rule: FT4003, path: "data/*.jsonl", example: 3F9A1C, reason: two right answers }
                - { rule: FT4001, example: 1234567, reason: "on purpose" }
              baseline: finetune.baseline.json
            """).Lint;

        lint.Severities["FT4001"].ShouldBe(Severity.Error);
        lint.Severities["FT5002"].ShouldBe(Severity.None);
        lint.Ignore.Select(one => (one.Rule, one.Path, one.Example, one.Reason)).ShouldBe([
            ("FT4003", "data/*.jsonl", "3f9a1c", "two right answers"),
            ("FT4001", null, "1234567", "on purpose"),
        ]);
        lint.Baseline.ShouldBe(folder.At("finetune.baseline.json"));
    }

    [Fact]
    public void KeysWithNothingAfterThemAreAsGoodAsNone()
    {
        var manifest = folder.ReadFine("""
            version: 1
            providers:
            models:
              helper:
                provider: openai
                base_model: gpt-4.1-mini-2025-04-14
                training: data/train.jsonl
                validation:
                hyperparameters:
                grader: {}
            lint:
            """);

        manifest.Models[0].Validation.ShouldBeNull();
        manifest.Models[0].Grader.ShouldBeNull();
    }

    [Fact]
    public void AliasesStandForTheirAnchor()
    {
        var manifest = folder.ReadFine("""
            version: 1
            models:
              a:
                provider: openai
                base_model: gpt-4.1-mini-2025-04-14
                training: data/train.jsonl
                hyperparameters: &same { n_epochs: 4 }
              b:
                provider: openai
                base_model: gpt-4.1-mini-2025-04-14
                training: data/train.jsonl
                hyperparameters: *same
            """);

        manifest.Models[1].Hyperparameters["n_epochs"].GetValue<long>().ShouldBe(4);
    }

    [Fact]
    public void AByteOrderMarkAndWindowsLineEndsAreFine()
    {
        folder.Write("finetune.yml", [0xEF, 0xBB, 0xBF, .. "version: 1\r\nmodels: {}\r\nlintt: {}\r\n"u8]);

        var finding = folder.ReadFile().Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Range.Start).ShouldBe(("FT0003", new TextPosition(3, 1)));
    }

    public void Dispose() => folder.Dispose();
}
