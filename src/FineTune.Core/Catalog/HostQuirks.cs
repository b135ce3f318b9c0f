namespace FineTune.Core.Catalog;

/// <summary>What differs in a host's API from OpenAI's.</summary>
internal sealed record HostQuirks
{
    /// <summary>Base address; null where the manifest must name one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Environment variable of the key, unless the manifest names another.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>Whether the job list can be filtered by metadata.</summary>
    public bool MetadataFilter { get; init; }

    /// <summary>Whether jobs keep metadata at all.</summary>
    public bool Metadata { get; init; }

    /// <summary>Whether the method goes in <c>method</c> (OpenAI) or the parameters in the older <c>hyperparameters</c>.</summary>
    public bool LegacyHyperparameters { get; init; }

    /// <summary>Hyperparameters that the host knows under another name: ours, then the host's.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>Whether every tuned model that answers is found under <c>models/ID</c>, so that one which is not has been deleted.</summary>
    public bool ListsModels { get; init; }

    /// <summary>Whether the host has the Uploads API.</summary>
    public bool Uploads { get; init; }

    /// <summary>What a deployment costs; null where tuned models need none.</summary>
    public HostingTerms? Hosting { get; init; }

    /// <summary>What it means that a provider names no <c>training_type</c>, as a sentence's end; null where the host has no tiers.</summary>
    public string? WithoutTrainingType { get; init; }
}
