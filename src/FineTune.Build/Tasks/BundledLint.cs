using FineTune.Core.Linting;
using FineTune.Core.Linting.Cache;

namespace FineTune.Build.Tasks;

/// <summary>The linter behind its cache, as every task calls it.</summary>
internal static class BundledLint
{
    /// <summary>Lints a manifest's data, or finds that nothing changed.</summary>
    /// <param name="request">The request; it names a manifest.</param>
    /// <param name="intermediateFolder">Absolute path of the project's folder for intermediate files.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static CachedLint Run(LintRequest request, string intermediateFolder, CancellationToken cancellation) =>
        new LintCache(Linter.Lint, PackageVersion.Build)
            .Lint(request, [LintCache.FolderBeside(request.ManifestPath!), Path.Combine(intermediateFolder, "cache")], cancellation);
}
