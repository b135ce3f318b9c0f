namespace FineTune.Core.Tests.Manifest;

public sealed class WhenAManifestExtendsAnother : IDisposable
{
    private const string Base = """
        version: 1
        providers:
          eu: { kind: azure, endpoint: https://eu.example.com }
        models:
          helper:
            provider: openai
            base_model: gpt-4.1-mini-2025-04-14
            training: data/train.jsonl
            suffix: base
            hyperparameters: { n_epochs: 3, batch_size: 4 }
            integrations: [{ type: wandb }]
        lint:
          rules: { FT4001: error }
        """;

    private readonly ManifestFolder folder = new();

    public WhenAManifestExtendsAnother() => folder.Write("finetune.yml", Base);

    [Fact]
    public void MappingsMergeAndTheNearerValueWins()
    {
        folder.Write("finetune.prod.yml", """
            extends: finetune.yml
            models:
              helper:
                provider: eu
                suffix:
                hyperparameters: { n_epochs: 5 }
                integrations: []
              second: { provider: openai, base_model: gpt-4.1-2025-04-14, training: data/valid.jsonl }
            """);

        var reading = folder.ReadFile("finetune.prod.yml");

        reading.Findings.ShouldBeEmpty();
        var manifest = reading.Manifest!;
        manifest.Files.ShouldBe([folder.At("finetune.prod.yml"), folder.At("finetune.yml")]);
        manifest.LockPath.ShouldBe(folder.At("finetune.prod.lock.json"));
        manifest.Models.Select(model => model.Name).ShouldBe(["helper", "second"]);
        var helper = manifest.Models[0];
        helper.Provider.Name.ShouldBe("eu");
        helper.Suffix.ShouldBeNull();
        helper.Integrations.ShouldBeNull();
        helper.Hyperparameters.ToDictionary(pair => pair.Key, pair => pair.Value.ToJsonString())
            .ShouldBe(new Dictionary<string, string> { ["n_epochs"] = "5", ["batch_size"] = "4" }, ignoreOrder: true);
        helper.BaseModel.Where.Path.ShouldBe(folder.At("finetune.yml"));
        manifest.Lint.Severities.Keys.ShouldBe(["FT4001"]);
    }

    [Fact]
    public void PathsStartAtTheFileTheyStandIn()
    {
        folder.Write("environments/prod.yml", "extends: ../finetune.yml\nmodels:\n  helper: { validation: ../data/valid.jsonl }\n");

        var model = folder.ReadFile("environments/prod.yml").Manifest!.Models[0];

        model.Training.Files.ShouldBe([folder.At("data/train.jsonl")]);
        model.Validation!.Files.ShouldBe([folder.At("data/valid.jsonl")]);
    }

    [Fact]
    public void AFaultIsReportedInTheFileItStandsIn()
    {
        folder.Write("finetune.yml", Base.Replace("n_epochs: 3", "n_epochs: 300"));
        folder.Write("finetune.prod.yml", "extends: finetune.yml\nmodels:\n  helper: { sede: 1 }\n");

        folder.ReadFile("finetune.prod.yml").Findings.Select(finding => (finding.Code, Path.GetFileName(finding.Path), finding.Range.Start.Line)).ShouldBe([
            ("FT0003", "finetune.prod.yml", 3),
            ("FT0004", "finetune.yml", 10),
        ]);
    }

    [Theory]
    [InlineData("nowhere.yml", "FT0001", "does not exist")]
    [InlineData("../outside.yml", "FT0008", "leaves the repository")]
    [InlineData("/proc/self/environ", "FT0008", "never opened")]
    [InlineData("prod.yml", "FT0004", "in a circle")]
    [InlineData("other.yml", "FT0004", "in a circle")]
    public void AnAddressThatCanNotBeIsReported(string target, string code, string message)
    {
        File.WriteAllText(Path.Combine(folder.Outside, "outside.yml"), Base);
        folder.Write("other.yml", "extends: prod.yml\n");
        folder.Write("prod.yml", $"extends: {target}\n");

        var reading = folder.ReadFile("prod.yml");

        reading.Manifest.ShouldBeNull();
        var finding = reading.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Range.Start.Column).ShouldBe((code, 10));
        finding.Message.ShouldContain(message);
    }

    [Fact]
    public void AChainThatIsTooLongIsReported()
    {
        for (var i = 0; i < 30; i++)
        {
            folder.Write($"m{i}.yml", $"extends: m{i + 1}.yml\n");
        }

        folder.ReadFile("m0.yml").Findings.ShouldHaveSingleItem().Message.ShouldContain("one manifest too many");
    }

    public void Dispose() => folder.Dispose();
}
