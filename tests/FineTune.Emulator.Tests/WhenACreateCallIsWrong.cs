using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenACreateCallIsWrong : RunningEmulator
{
    [Theory]
    [InlineData("""{ "model": "gpt-nonsense" }""", "model", "model_not_found")]
    [InlineData("""{ "model": "ft:gpt-4.1-mini-2025-04-14:emulator::abc" }""", "model", "model_not_found")]
    [InlineData("""{ "model": null }""", "model", null)]
    [InlineData("""{ "training_file": "file-none" }""", "training_file", "file_not_found")]
    [InlineData("""{ "training_file": "../../etc/passwd" }""", "training_file", "file_not_found")]
    [InlineData("""{ "validation_file": 3 }""", "validation_file", "invalid_value")]
    [InlineData("""{ "suffix": "" }""", "suffix", "invalid_value")]
    [InlineData("""{ "suffix": "12345678901234567890123456789012345678901234567890123456789012345" }""", "suffix", "invalid_value")]
    [InlineData("""{ "seed": -1 }""", "seed", "invalid_value")]
    [InlineData("""{ "seed": 2147483648 }""", "seed", "invalid_value")]
    [InlineData("""{ "metadata": { "a": 1 } }""", "metadata", "invalid_value")]
    [InlineData("""{ "metadata": [] }""", "metadata", "invalid_value")]
    [InlineData("""{ "integrations": [ { "type": "wandb" } ] }""", "integrations", "invalid_value")]
    [InlineData("""{ "method": { "type": "magic" } }""", "method.type", "invalid_value")]
    [InlineData("""{ "method": { "type": "supervised", "supervised": { "hyperparameters": { "n_epochs": 51 } } } }""", "hyperparameters.n_epochs", "invalid_value")]
    [InlineData("""{ "method": { "type": "supervised", "supervised": { "hyperparameters": { "n_epochs": 1.5 } } } }""", "hyperparameters.n_epochs", "invalid_value")]
    [InlineData("""{ "method": { "type": "supervised", "supervised": { "hyperparameters": { "batch_size": 257 } } } }""", "hyperparameters.batch_size", "invalid_value")]
    [InlineData("""{ "method": { "type": "supervised", "supervised": { "hyperparameters": { "learning_rate_multiplier": 0 } } } }""", "hyperparameters.learning_rate_multiplier", "invalid_value")]
    [InlineData("""{ "method": { "type": "supervised", "supervised": { "hyperparameters": { "beta": 0.1 } } } }""", "hyperparameters.beta", "unknown_parameter")]
    [InlineData("""{ "method": { "type": "dpo", "dpo": { "hyperparameters": { "beta": 2.5 } } } }""", "hyperparameters.beta", "invalid_value")]
    [InlineData("""{ "hyperparameters": { "n_epochs": 0 } }""", "hyperparameters.n_epochs", "invalid_value")]
    [InlineData("""{ "hyperparameters": "auto" }""", "hyperparameters", "invalid_value")]
    [InlineData("""{ "model": "o4-mini-2025-04-16" }""", "method", "unsupported_method")]
    [InlineData("""{ "model": "o4-mini-2025-04-16", "method": { "type": "reinforcement" } }""", "method.reinforcement.grader", null)]
    [InlineData("""{ "model": "o4-mini-2025-04-16", "method": { "type": "reinforcement", "reinforcement": { "grader": { "type": "string_check", "name": "g", "operation": "is", "input": "{{sample.output_text}}", "reference": "x" } } } }""", "method.reinforcement.grader", "invalid_value")]
    [InlineData("""{ "surprise": true }""", "surprise", "unknown_parameter")]
    [InlineData("""{ "trainingType": "Standard" }""", "trainingType", "unknown_parameter")]
    public async Task ItIsRefusedInTheShapeOfTheApi(string change, string? param, string? code)
    {
        var body = new JsonObject
        {
            ["model"] = "gpt-4.1-mini-2025-04-14",
            ["training_file"] = (string)(await Api.UploadAsync(Data.Supervised)).Body["id"]!,
        };
        foreach (var pair in JsonNode.Parse(change)!.AsObject().ToList())
        {
            body[pair.Key] = pair.Value?.DeepClone();
        }
        var (status, answer) = await Api.PostAsync("v1/fine_tuning/jobs", body);
        status.ShouldBe(HttpStatusCode.BadRequest, answer.ToJsonString());
        ((string?)answer["error"]!["param"]).ShouldBe(param);
        ((string?)answer["error"]!["code"]).ShouldBe(code);
        ((string?)answer["error"]!["type"]).ShouldBe("invalid_request_error");
        (await Api.GetAsync("v1/fine_tuning/jobs")).Body["data"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task SeventeenPairsOfMetadataAreTooMany()
    {
        var file = (string)(await Api.UploadAsync(Data.Supervised)).Body["id"]!;
        foreach (var (pairs, expected) in new[] { (16, HttpStatusCode.OK), (17, HttpStatusCode.BadRequest) })
        {
            var metadata = new JsonObject(Enumerable.Range(0, pairs).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)"v")));
            var body = new JsonObject { ["model"] = "gpt-4.1", ["training_file"] = file, ["metadata"] = metadata };
            (await Api.PostAsync("v1/fine_tuning/jobs", body)).Status.ShouldBe(expected);
        }
    }
}
