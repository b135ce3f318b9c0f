using FineTune.Core.Files;
using FineTune.Core.Manifest;

namespace FineTune.Core.Identity;

/// <summary>One file that an upload is made of.</summary>
/// <param name="FullPath">Absolute path.</param>
/// <param name="Path">Relative to the manifest, with <c>/</c>: what the lock says and the order goes by.</param>
internal sealed record UploadSource(string FullPath, string Path)
{
    /// <summary>The files of a role, in upload order.</summary>
    /// <param name="manifest">The manifest that the paths are relative to.</param>
    /// <param name="data">The role's data.</param>
    public static IReadOnlyList<UploadSource> Of(FineTuneManifest manifest, DatasetSettings data) =>
        [.. data.Files.Select(file => new UploadSource(file, PathText.Relative(file, manifest.Directory))).OrderBy(source => source.Path, StringComparer.Ordinal)];
}
