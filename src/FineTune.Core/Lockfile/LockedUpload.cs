namespace FineTune.Core.Lockfile;

/// <summary>An upload in parts that has not been completed.</summary>
/// <param name="Id">The provider's ID of it.</param>
/// <param name="PartBytes">Bytes of every part but the last.</param>
/// <param name="Parts">The provider's IDs of the parts, in the order of the bytes; empty for one that has not been sent.</param>
public sealed record LockedUpload(string Id, long PartBytes, IReadOnlyList<string> Parts);
