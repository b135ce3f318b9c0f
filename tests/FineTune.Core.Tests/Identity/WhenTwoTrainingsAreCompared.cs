using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Identity;
using FineTune.Core.Manifest;

namespace FineTune.Core.Tests.Identity;

public sealed class WhenTwoTrainingsAreCompared
{
    private static readonly TrainingRequest Request = new()
    {
        Provider = ProviderKind.OpenAI,
        BaseModel = "gpt-4.1-mini-2025-04-14",
        Method = TuningMethod.Supervised,
        TrainingSha256 = new string('a', 64),
        Settings = Settings("""{"hyperparameters": {"n_epochs": 3, "batch_size": "auto"}, "seed": 7}"""),
    };

    [Fact]
    public void TheDigestIsWrittenDownForGood() =>
        Digests.Of(Request).ShouldBe(Hash(
            """{"base_model":"gpt-4.1-mini-2025-04-14","method":"supervised","provider":"openai","settings":{"hyperparameters":{"batch_size":"auto","n_epochs":3},"seed":7},"training":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}"""));

    [Fact]
    public void EqualNumbersAndTheOrderOfKeysDoNotMatter() =>
        Digests.Of(Request with { Settings = Settings("""{"seed": 7.0, "suffix": null, "hyperparameters": {"batch_size": "auto", "n_epochs": 3e0}}""") })
            .ShouldBe(Digests.Of(Request));

    [Fact]
    public void EverythingElseMatters()
    {
        TrainingRequest[] others =
        [
            Request with { Provider = ProviderKind.Emulator },
            Request with { Endpoint = "https://example.com/v1" },
            Request with { BaseModel = "gpt-4.1-2025-04-14" },
            Request with { Method = TuningMethod.Dpo },
            Request with { TrainingSha256 = new string('b', 64) },
            Request with { ValidationSha256 = new string('a', 64) },
            Request with { Settings = Settings("""{"hyperparameters": {"n_epochs": "auto", "batch_size": "auto"}, "seed": 7}""") },
            Request with { Settings = Settings("""{"hyperparameters": {"n_epochs": "3", "batch_size": "auto"}, "seed": 7}""") },
            Request with { Settings = Settings("""{"hyperparameters": {"n_epochs": 3, "batch_size": "auto"}, "seed": 7, "suffix": "x"}""") },
        ];

        others.Append(Request).Select(Digests.Of).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Fact]
    public void TheDataDigestIsOfTheContentAlone()
    {
        Digests.OfData("a", null).ShouldBe(Hash("""{"training":"a"}"""));
        Digests.OfData("a", "b").ShouldBe(Hash("""{"training":"a","validation":"b"}"""));
    }

    [Fact]
    public void ARequestOfTheManifestHoldsAllThatIsSent()
    {
        var span = new SourceSpan("/x/finetune.yml", TextRange.FileStart);
        var provider = new ProviderSettings
        {
            Name = "azure-eu",
            Kind = ProviderKind.Azure,
            Profile = "azure",
            Endpoint = new Sourced<string>("https://user:key@${AZURE_HOST}/openai/v1/?sig=secret", span),
            TrainingType = "global_standard",
        };
        var model = new ModelSettings
        {
            Name = "support-bot",
            Where = span,
            Provider = provider,
            BaseModel = new Sourced<string>("gpt-4.1-mini", span),
            Method = TuningMethod.Reinforcement,
            Training = new DatasetSettings([], []),
            Suffix = "s",
            Seed = 1,
            Hyperparameters = new Dictionary<string, JsonNode> { ["n_epochs"] = 2.0, ["reasoning_effort"] = "low" },
            Grader = new JsonObject { ["type"] = "string_check" },
            ResponseFormat = new JsonObject { ["type"] = "text" },
            Integrations = new JsonArray(new JsonObject { ["type"] = "wandb" }),
            Metadata = new Dictionary<string, string> { ["team"] = "support" },
        };

        var request = TrainingRequest.Of(model, provider, "a", "b");

        request.Endpoint.ShouldBe("https://${AZURE_HOST}/openai/v1/");
        request.Settings.Json.ShouldBe(
            """{"grader":{"type":"string_check"},"hyperparameters":{"n_epochs":2,"reasoning_effort":"low"},"integrations":[{"type":"wandb"}],"response_format":{"type":"text"},"seed":1,"suffix":"s","training_type":"global_standard"}""");
        request.ValidationSha256.ShouldBe("b");
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("3.0", "3")]
    [InlineData("30e-1", "3")]
    [InlineData("-0.0", "0")]
    [InlineData("0e99", "0")]
    [InlineData("1E3", "1000")]
    [InlineData("1.80", "1.8")]
    [InlineData("-12.5e1", "-125")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("0.00000012", "12e-8")]
    [InlineData("1e400", "1e400")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("123456789012345678901234567890", "12345678901234567890123456789e1")]
    [InlineData("1e99999999999", "1e99999999999")]
    public void ANumberHasOneForm(string written, string form) => CanonicalNumber.Of(written).ShouldBe(form);

    [Theory]
    [InlineData("https://example.com/v1/", "https://example.com/v1/")]
    [InlineData("https://a:b@example.com", "https://example.com")]
    [InlineData("https://a@b@example.com/x@y", "https://example.com/x@y")]
    [InlineData("${HOST}", "${HOST}")]
    [InlineData("${HOST}/v1#f", "${HOST}/v1")]
    [InlineData(null, null)]
    public void AnEndpointIsKeptWithoutSecrets(string? written, string? kept) => EndpointText.WithoutSecrets(written).ShouldBe(kept);

    private static TrainingSettings Settings(string json) => TrainingSettings.Of(JsonNode.Parse(json)!.AsObject());

    private static string Hash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
