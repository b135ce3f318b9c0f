using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Globbing;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Linting.Cache;

/// <summary>A path or glob of a manifest.</summary>
/// <param name="Manifest">Absolute path of the manifest file that it is written in.</param>
/// <param name="Text">The pattern as written.</param>
internal readonly record struct DataPattern(string Manifest, string Text)
{
    /// <summary>The folders in which a file that comes or goes changes what it matches.</summary>
    public IReadOnlyCollection<string> Folders(IReadOnlyList<string> allowedOutside)
    {
        var folder = Path.GetDirectoryName(Manifest)!;
        return GlobFiles.IsGlob(Text) ? GlobFiles.Find(Text, folder, _ => RepositoryBoundary.Around(folder, allowedOutside)).Folders : [];
    }

    /// <summary>The files that it matches now; opens none.</summary>
    public IReadOnlyList<string> Files(IReadOnlyList<string> allowedOutside)
    {
        var folder = Path.GetDirectoryName(Manifest)!;
        var reader = new DatasetReader(RepositoryBoundary.Around(folder, allowedOutside), folder, new FindingList());
        return reader.Read(new YamlScalar(Text, plain: false, new SourceSpan(Manifest, TextRange.FileStart)))?.Files ?? [];
    }
}
