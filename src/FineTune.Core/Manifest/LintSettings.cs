using FineTune.Core.Findings;

namespace FineTune.Core.Manifest;

/// <summary>The <c>lint</c> part of a manifest.</summary>
internal sealed record LintSettings
{
    /// <summary>Nothing said: every rule at its own severity.</summary>
    public static LintSettings Default { get; } = new();

    /// <summary>Severities by rule code.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>Findings to leave out, each with its reason.</summary>
    public IReadOnlyList<Suppression> Ignore { get; init; } = [];

    /// <summary>Absolute path of the baseline of old findings; null for none.</summary>
    public string? Baseline { get; init; }
}
