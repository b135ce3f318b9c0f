namespace FineTune.Core.Lockfile;

/// <summary>A rollback: the version stays current until it is undone.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Reason">Why, in the user's words.</param>
public sealed record Pin(int Version, string Reason);
