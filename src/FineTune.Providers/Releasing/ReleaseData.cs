using FineTune.Core.Catalog;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Providers.Releasing;

/// <summary>The data of one role, ready to upload.</summary>
/// <param name="Description">Hash, size and sources.</param>
/// <param name="Content">The bytes.</param>
internal sealed record ReleaseData(LockedFile Description, UploadContent Content)
{
    /// <summary>The data of a role as it is now; reads it once, to measure it.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ReleaseData Of(FineTuneManifest manifest, DatasetSettings data, ByteOrderMark mark, CancellationToken cancellation)
    {
        var content = new UploadContent(UploadSource.Of(manifest, data), mark);
        var measure = content.Measure(cancellation);
        var description = new LockedFile
        {
            Sha256 = measure.Total.Sha256,
            Bytes = measure.Total.Bytes,
            Examples = measure.Total.Examples,
            Sources = measure.Sources
                .Select(source => new LockedSource(source.Source.Path, source.Content.Sha256, source.Content.Bytes, source.Content.Examples))
                .ToList(),
        };
        return new ReleaseData(description, content);
    }
}
