using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Lifecycle;
using FineTune.Core.Linting.Suppressing;
using FineTune.Core.Manifest;
using FineTune.Core.Repository;

namespace FineTune.Core.Linting;

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
        return request.ManifestPath is null ? LintFiles(request, cancellation) : new ManifestLinter(request, cancellation).Lint();
    }

    private static LintReport LintFiles(LintRequest request, CancellationToken cancellation)
    {
        var profile = ProfileCatalog.Find(request.Profile ?? "generic")!;
        var (findings, datasets) = (new List<Finding>(), new List<DatasetReport>());
        string? boundary(string path) => RepositoryBoundary.Around(Path.GetDirectoryName(path)!, request.AllowedOutside).Refusal(path);
        var pools = new Dictionary<TuningMethod, InspectorPool>();
        foreach (var path in request.Paths)
        {
            var method = request.Method ?? (boundary(path) is null && File.Exists(path) ? MethodRecognition.Of(path, profile, cancellation) : TuningMethod.Supervised);
            // Nobody said what the data is for: it may be for the method that the same host has another profile for.
            var sister = request.Method is null ? ProfileCatalog.SisterOf(profile, method) : null;
            var judge = sister ?? profile;
            var scope = new DatasetScope
            {
                Profile = judge,
                Asked = sister is null ? null : profile,
                Method = method,
                Role = DatasetRole.Training,
                Severities = new RuleSeverities(LintSettings.Default.Severities, judge.Severities),
                Deep = request.Deep,
                WithTokens = request.WithTokens,
                WithCensus = request.WithCensus,
                BaseModel = request.BaseModel is { } model ? judge.FindModel(model) : null,
                Today = request.Today,
                DataMayBeMissing = request.DataMayBeMissing,
                MostFindings = OldFindings.MostOf(request, null),
            };
            var linter = new DatasetLinter(scope, boundary, request.Progress, cancellation);
            // Nothing but the method tells the scopes of two files apart.
            linter.Lint([path], pools.TryGetValue(scope.Method, out var pool) ? pool : pools[scope.Method] = DatasetLinter.PoolFor(scope));
            datasets.Add(linter.Report);
            findings.AddRange(linter.Findings);
        }
        findings.AddRange(request.Paths.Take(1).SelectMany(path => LifecycleCheck.Support(profile, path, TextRange.FileStart)));
        return OldFindings.Apply(request, new LintReport { Findings = FindingOrder.Sort(findings), Datasets = datasets });
    }
}
