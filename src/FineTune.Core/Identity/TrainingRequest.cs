using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Manifest;

namespace FineTune.Core.Identity;

/// <summary>
/// All that makes a training what it is: what the create call sends except our own metadata, and where it is sent.
/// Two requests with the same <see cref="Digests.Of(TrainingRequest)"/> are the same training, paid for once.
/// </summary>
internal sealed record TrainingRequest
{
    /// <summary>How the provider is spoken to.</summary>
    public required ProviderKind Provider { get; init; }

    /// <summary>
    /// The address as the manifest has it, with <c>${NAME}</c> not filled in and without user, query and fragment; null for the kind's own.
    /// The text is what counts, so that a build or <c>verify</c> needs no environment to know the digest.
    /// </summary>
    public string? Endpoint { get; init; }

    /// <summary>The model that is tuned.</summary>
    public required string BaseModel { get; init; }

    /// <summary>How it is trained.</summary>
    public required TuningMethod Method { get; init; }

    /// <summary>Hyperparameters, grader, response format, integrations, seed, suffix and Azure training type.</summary>
    public TrainingSettings Settings { get; init; } = TrainingSettings.None;

    /// <summary>SHA-256 of the training upload, lower-case hex.</summary>
    public required string TrainingSha256 { get; init; }

    /// <summary>SHA-256 of the validation upload, lower-case hex; null without one.</summary>
    public string? ValidationSha256 { get; init; }

    /// <summary>The request of a model of the manifest.</summary>
    /// <param name="model">The model.</param>
    /// <param name="provider">Who trains it: the model's own provider, or the emulator in its place.</param>
    /// <param name="trainingSha256">SHA-256 of the training upload.</param>
    /// <param name="validationSha256">SHA-256 of the validation upload; null without one.</param>
    public static TrainingRequest Of(ModelSettings model, ProviderSettings provider, string trainingSha256, string? validationSha256) => new()
    {
        Provider = provider.Kind,
        Endpoint = EndpointText.WithoutSecrets(provider.Endpoint?.Value),
        BaseModel = model.BaseModel.Value,
        Method = model.Method,
        Settings = TrainingSettings.Of(new JsonObject
        {
            ["hyperparameters"] = model.Hyperparameters.Count == 0 ? null
                : new JsonObject(model.Hyperparameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone()))),
            ["grader"] = model.Grader?.DeepClone(),
            ["response_format"] = model.ResponseFormat?.DeepClone(),
            ["integrations"] = model.Integrations is { Count: > 0 } integrations ? integrations.DeepClone() : null,
            ["seed"] = model.Seed,
            ["suffix"] = model.Suffix,
            ["training_type"] = provider.TrainingType,
        }),
        TrainingSha256 = trainingSha256,
        ValidationSha256 = validationSha256,
    };
}
