namespace FineTune.Core.Lockfile;

/// <summary>Where a model was trained.</summary>
/// <param name="Name">The provider's name in the manifest.</param>
/// <param name="Kind"><c>openai</c>, <c>azure</c>, <c>openai_compatible</c>, <c>exec</c> or <c>emulator</c>.</param>
/// <param name="Endpoint">Base address, without user, query or key; null for a local command.</param>
public sealed record LockedProvider(string Name, string Kind, string? Endpoint)
{
    /// <summary>Whether an emulator answered in the place of the real provider, for example because <c>OPENAI_BASE_URL</c> named one.</summary>
    public bool Emulated { get; init; }

    /// <summary>Whether no real provider knows what was trained there.</summary>
    public bool IsUnreal => Emulated || Kind == "emulator";
}
