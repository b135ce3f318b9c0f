namespace FineTune.Providers.Releasing.Pruning;

/// <summary>Something at a provider that carries our mark and that no lock names.</summary>
/// <param name="Provider">The provider's name in the manifest.</param>
/// <param name="Kind"><c>file</c> or <c>model</c>.</param>
/// <param name="Id">The provider's ID.</param>
/// <param name="Name">File name, or the job that made the model; safe to print.</param>
/// <param name="Bytes">Size of a file; null for a model, or where the provider does not say.</param>
/// <param name="Keeping">Why it stays; null where it may go.</param>
/// <param name="Deleted">Whether it was deleted.</param>
internal sealed record PruneItem(string Provider, string Kind, string Id, string Name, long? Bytes, PruneKeeping? Keeping, bool Deleted);
