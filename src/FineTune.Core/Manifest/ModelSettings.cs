using System.Text.Json.Nodes;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;

namespace FineTune.Core.Manifest;

/// <summary>One entry of <c>models</c>: what to train, on what, where.</summary>
internal sealed record ModelSettings
{
    /// <summary>Its name in the manifest.</summary>
    public required string Name { get; init; }

    /// <summary>Where the name is written.</summary>
    public required SourceSpan Where { get; init; }

    /// <summary>The provider that trains it.</summary>
    public required ProviderSettings Provider { get; init; }

    /// <summary>The model that is tuned, in the provider's words.</summary>
    public required Sourced<string> BaseModel { get; init; }

    /// <summary>How it is trained.</summary>
    public required TuningMethod Method { get; init; }

    /// <summary>Training data.</summary>
    public required DatasetSettings Training { get; init; }

    /// <summary>Validation data; null for none.</summary>
    public DatasetSettings? Validation { get; init; }

    /// <summary>What the provider adds to the model's ID.</summary>
    public string? Suffix { get; init; }

    /// <summary>Seed, 0 to 2,147,483,647.</summary>
    public int? Seed { get; init; }

    /// <summary>Hyperparameters by their name in the API; a number, or the string <c>auto</c>, or a word such as <c>low</c>.</summary>
    public IReadOnlyDictionary<string, JsonNode> Hyperparameters { get; init; } = new Dictionary<string, JsonNode>();

    /// <summary>Reinforcement: the grader as the API takes it.</summary>
    public JsonObject? Grader { get; init; }

    /// <summary>Reinforcement: the response format as the API takes it.</summary>
    public JsonObject? ResponseFormat { get; init; }

    /// <summary>Integrations as the API takes them.</summary>
    public JsonArray? Integrations { get; init; }

    /// <summary>The user's own metadata, at most 14 pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>US dollars for a million trained tokens; null for the catalog's price.</summary>
    public decimal? TrainingPricePerMillion { get; init; }

    /// <summary>The most that one training may cost in US dollars; null for no limit.</summary>
    public decimal? MaxCostUsd { get; init; }
}
