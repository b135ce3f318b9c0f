using FineTune.Core.Linting;
using FineTune.Core.Linting.Cache;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Reporting;

namespace FineTune.Core.Building;

/// <summary>The linter behind its cache, as every target calls it.</summary>
internal static class BundledLint
{
    /// <summary>What is asked about a project.</summary>
    public static LintRequest RequestOf(BuiltProject project) => LintRequest.ForBuild(project.Manifest, project.LifecycleAsErrors, project.Today);

    /// <summary>Lints a project's data, or finds that nothing changed. One request for all targets, so that the data is read once for all of them.</summary>
    public static CachedLint Run(BuiltProject project, CancellationToken cancellation) =>
        new LintCache(Linter.Lint, ProductVersion.Build)
            .Lint(RequestOf(project), [.. LintCache.FolderBeside(project.Manifest) is { } beside ? new[] { beside } : [], Path.Combine(project.IntermediateFolder, "cache")], cancellation);
}
