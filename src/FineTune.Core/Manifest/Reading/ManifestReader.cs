using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Reads a finetune.yml and what it extends. Any bytes end in a manifest or in findings.</summary>
internal static class ManifestReader
{
    /// <summary>Reads a manifest.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="allowedOutside">Absolute paths of folders outside the repository that may be read; from the command line only.</param>
    public static ManifestReading Read(string path, IReadOnlyList<string> allowedOutside)
    {
        var file = Path.GetFullPath(path);
        var findings = new FindingList();
        var boundary = RepositoryBoundary.Around(Path.GetDirectoryName(file) ?? file, allowedOutside);
        var chain = new ManifestChain(boundary, findings);
        var manifest = chain.Load(file) is { } root && IsKnownVersion(root) ? Build(file, root, chain.Files, boundary, findings) : null;
        return new ManifestReading(manifest, findings.InOrder(chain.Files));
    }

    // A version from the future is reported already; nothing else that it says can be judged.
    private static bool IsKnownVersion(YamlMapping root) => root.Find<YamlScalar>("version") is null or { Whole: ManifestModel.Version };

    private static FineTuneManifest Build(string file, YamlMapping root, List<string> files, RepositoryBoundary boundary, FindingList findings)
    {
        ManifestModel.Root.CheckComplete(root, new SourceSpan(file, TextRange.FileStart), "the manifest", findings);
        var declared = root.Find<YamlMapping>("providers");
        var providers = new ProviderReader(findings).Read(declared);
        var data = new DatasetReader(boundary, Path.GetDirectoryName(file)!, findings);
        var models = new ModelReader(providers, [.. (declared?.Entries ?? []).Select(entry => entry.Key.Value)], data, findings);
        return new FineTuneManifest
        {
            Path = file,
            Root = boundary.Root,
            Files = files,
            Providers = providers,
            Models = models.Read(root.Find<YamlMapping>("models")),
            Lint = new LintReader(boundary, findings).Read(root.Find<YamlMapping>("lint")),
        };
    }
}
