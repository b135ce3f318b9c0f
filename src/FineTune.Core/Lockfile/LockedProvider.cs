namespace FineTune.Core.Lockfile;

/// <summary>Where a model was trained.</summary>
/// <param name="Name">The provider's name in the manifest.</param>
/// <param name="Kind"><c>openai</c>, <c>azure</c>, <c>openai_compatible</c>, <c>exec</c> or <c>emulator</c>.</param>
/// <param name="Endpoint">Base address, without user, query or key; null for a local command.</param>
public sealed record LockedProvider(string Name, string Kind, string? Endpoint);
