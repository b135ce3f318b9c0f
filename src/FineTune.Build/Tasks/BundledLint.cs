using FineTune.Core.Linting;
using FineTune.Core.Linting.Cache;

namespace FineTune.Build.Tasks;

/// <summary>The linter behind its cache, as every task calls it.</summary>
internal static class BundledLint
{
    /// <summary>Lints a manifest's data, or finds that nothing changed. One request for all tasks, so that the data is read once for all of them.</summary>
    /// <param name="manifest">Absolute path of the manifest.</param>
    /// <param name="lifecycleAsErrors">A base model that was shut down is an error.</param>
    /// <param name="today">The day that lifecycle dates are judged by.</param>
    /// <param name="intermediateFolder">Absolute path of the project's folder for intermediate files.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static CachedLint Run(string manifest, bool lifecycleAsErrors, DateOnly today, string intermediateFolder, CancellationToken cancellation)
    {
        var request = new LintRequest { ManifestPath = manifest, DataMayBeMissing = true, LifecycleAsErrors = lifecycleAsErrors, Today = today };
        return new LintCache(Linter.Lint, PackageVersion.Build)
            .Lint(request, [LintCache.FolderBeside(manifest), Path.Combine(intermediateFolder, "cache")], cancellation);
    }
}
