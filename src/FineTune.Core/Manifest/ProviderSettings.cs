using FineTune.Core.Findings;

namespace FineTune.Core.Manifest;

/// <summary>One entry of <c>providers</c>.</summary>
internal sealed record ProviderSettings
{
    /// <summary>Its name in the manifest.</summary>
    public required string Name { get; init; }

    /// <summary>How it is spoken to.</summary>
    public required ProviderKind Kind { get; init; }

    /// <summary>Name of the catalog profile: the declared one, else the one of the kind.</summary>
    public required string Profile { get; init; }

    /// <summary>Address as written, <c>${NAME}</c> not yet filled in; null for the kind's own.</summary>
    public Sourced<string>? Endpoint { get; init; }

    /// <summary>Name of the environment variable that holds the key; null for the kind's own.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>Azure: <c>standard</c>, <c>global_standard</c> or <c>developer</c>.</summary>
    public string? TrainingType { get; init; }

    /// <summary>Azure: what to deploy after training; null for nothing.</summary>
    public DeploymentSettings? Deployment { get; init; }

    /// <summary>Exec: program and arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Exec: names of the environment variables that the command gets.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];
}
