namespace FineTune.Core.Lockfile;

/// <summary>One dataset file of the repository.</summary>
/// <param name="Path">Relative to the manifest, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of its normalised bytes, lower-case hex.</param>
/// <param name="Bytes">Normalised bytes.</param>
/// <param name="Examples">Examples.</param>
public sealed record LockedSource(string Path, string Sha256, long Bytes, long Examples);
