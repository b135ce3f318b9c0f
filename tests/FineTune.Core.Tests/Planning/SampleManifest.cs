using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Planning;

/// <summary>A manifest that fits the locks of <see cref="Sample"/>.</summary>
internal static class SampleManifest
{
    public static readonly ProviderSettings OpenAI = new() { Name = "openai", Kind = ProviderKind.OpenAI, Profile = "openai" };

    public static readonly ProviderSettings Emulator = new() { Name = "emulator", Kind = ProviderKind.Emulator, Profile = "emulator" };

    public static FineTuneManifest Of(params string[] names) => Of([.. names.Select(name => Model(name))]);

    public static FineTuneManifest Of(params ModelSettings[] models) => new()
    {
        Path = "/x/finetune.yml",
        Root = "/x",
        Files = ["/x/finetune.yml"],
        Providers = new Dictionary<string, ProviderSettings> { ["openai"] = OpenAI, ["emulator"] = Emulator },
        Models = models,
        Lint = LintSettings.Default,
    };

    public static ModelSettings Model(string name, int epochs = 3) => new()
    {
        Name = name,
        Where = new SourceSpan("/x/finetune.yml", new TextRange(new TextPosition(3, 3), new TextPosition(3, 3 + name.Length))),
        Provider = OpenAI,
        BaseModel = new Sourced<string>("gpt-4.1-mini-2025-04-14", default),
        Method = TuningMethod.Supervised,
        Training = new DatasetSettings([], ["/x/data/train.jsonl"]),
        Suffix = "support",
        Seed = 7,
        Hyperparameters = new Dictionary<string, JsonNode> { ["n_epochs"] = epochs },
    };

    public static ModelData Data(char content, long examples = 60, string model = "support-bot") => new(model, Sample.File(content, examples) with { FileId = null }, null);

    public static PlannedModel Plan(FineTuneLock? locked, char content, long examples = 60, int epochs = 3) =>
        Planner.Plan(Of(Model("support-bot", epochs)), locked, [Data(content, examples)]).Models.Single();
}
