using FineTune.Core.Catalog;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Engine;

/// <summary>The one entry point of linting: build, command line, emulator and tests all call it.</summary>
public static class Linter
{
    /// <summary>Checks a manifest with its datasets, or files alone.</summary>
    /// <param name="request">What to check.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    /// <exception cref="ArgumentException"><see cref="LintRequest.Profile"/> names no profile.</exception>
    public static LintReport Lint(LintRequest request, CancellationToken cancellation = default)
    {
        if (request.Profile is { } name && ProfileCatalog.Find(name) is null)
        {
            throw new ArgumentException($"there is no profile {SafeText.Quote(name)}{DidYouMean.Of(name, ProfileCatalog.Names)}", nameof(request));
        }
        return request.ManifestPath is null ? new FileLinter(request, cancellation).Lint() : new ManifestLinter(request, cancellation).Lint();
    }
}
