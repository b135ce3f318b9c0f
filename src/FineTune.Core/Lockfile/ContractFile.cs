namespace FineTune.Core.Lockfile;

/// <summary>A contract that is too large for a lock, in a file of its own.</summary>
/// <param name="Path">Relative to the lock, with <c>/</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ContractFile(string Path, string Sha256, long Bytes);
