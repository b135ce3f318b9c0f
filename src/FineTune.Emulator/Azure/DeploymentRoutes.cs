using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Http;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Azure;

/// <summary>The part of Resource Manager that deploys a tuned model.</summary>
internal sealed class DeploymentRoutes(EmulatorState state, Deployments deployments, BaseModels models, TunedModels tuned)
{
    /// <summary>The route, relative to the root of the server.</summary>
    public const string Path = "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.CognitiveServices/accounts/{account}/deployments/{name}";

    public async Task<Answer> PutAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        if (call.Query("api-version") is null)
        {
            return Refused("MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.");
        }
        var model = Object(Object(body.Value, "properties"), "model");
        var name = Text(model, "name");
        if (name is null || (tuned.Find(name) is null && models.Find(name) is null))
        {
            return Refused("DeploymentModelNotSupported", "The model of this deployment does not exist or cannot be deployed.");
        }
        var sku = Object(body.Value, "sku");
        if (Text(sku, "name") is not { Length: > 0 } tier)
        {
            return Refused("InvalidResourceProperties", "The sku of this deployment needs a name.");
        }
        var capacity = BodyFields.Value(sku!.Value, "capacity") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var units) ? units : 1;
        var id = IdOf(call);
        var isNew = state.Deployments.Find(id) is null;
        var deployment = state.Deployments.Add(sequence => new StoredDeployment
        {
            Id = id,
            Sequence = sequence,
            CreatedAt = state.Clock.Now,
            ResourceId = call.Request.Path.Value!,
            Name = call.Route("name"),
            Model = name,
            Sku = tier,
            Capacity = capacity,
        });
        return new JsonAnswer(isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, Json(deployment));
    }

    public Task<Answer> GetAsync(Call call) =>
        Task.FromResult<Answer>(state.Deployments.Find(IdOf(call)) is { } deployment ? JsonAnswer.Ok(Json(deployment)) : NotFound(call));

    public Task<Answer> DeleteAsync(Call call) =>
        Task.FromResult<Answer>(state.Deployments.Remove(IdOf(call)) ? JsonAnswer.Ok(new JsonObject()) : NotFound(call));

    private JsonObject Json(StoredDeployment deployment) => new()
    {
        ["id"] = deployment.ResourceId,
        ["name"] = deployment.Name,
        ["type"] = "Microsoft.CognitiveServices/accounts/deployments",
        ["sku"] = new JsonObject { ["name"] = deployment.Sku, ["capacity"] = deployment.Capacity },
        ["systemData"] = new JsonObject { ["createdAt"] = Time(deployment), ["lastModifiedAt"] = Time(deployment) },
        ["properties"] = new JsonObject
        {
            ["model"] = new JsonObject { ["format"] = "OpenAI", ["name"] = deployment.Model, ["version"] = "1" },
            ["provisioningState"] = deployments.IsReady(deployment, state.Clock.Now) ? "Succeeded" : "Creating",
        },
    };

    private static string Time(StoredDeployment deployment) => DateTimeOffset.FromUnixTimeMilliseconds(deployment.CreatedAt).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string IdOf(Call call) => Identifier.Derive("deployment-", 24, call.Request.Path.Value!.ToUpperInvariant());

    private static JsonAnswer NotFound(Call call) => Refusal.NotFound($"The deployment {call.Route("name")} was not found.", code: "ResourceNotFound");

    private static JsonAnswer Refused(string code, string message) => Refusal.BadRequest(message, code: code);

    private static JsonElement? Object(JsonElement? parent, string name) =>
        parent is { } given && BodyFields.Value(given, name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    private static string? Text(JsonElement? parent, string name) => parent is { } given ? BodyFields.Text(BodyFields.Value(given, name)) : null;
}
