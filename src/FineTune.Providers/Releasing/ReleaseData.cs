using FineTune.Core.Lockfile;

namespace FineTune.Providers.Releasing;

/// <summary>The data of one role, ready to upload.</summary>
/// <param name="Description">Hash, size and sources.</param>
/// <param name="Open">Opens the normalised bytes from the start.</param>
/// <param name="Locate">File and line of a 1-based line of the upload; null for a line that there is not.</param>
internal sealed record ReleaseData(LockedFile Description, Func<Stream> Open, Func<long, SourceLine?> Locate);
