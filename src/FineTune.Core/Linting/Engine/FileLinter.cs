using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Rules.Limits;
using FineTune.Core.Linting.Suppressing;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting.Engine;

/// <summary>Checks files without a manifest: each for itself, or, where some are named as validation, all of them as the data of one model.</summary>
internal sealed class FileLinter(LintRequest request, CancellationToken cancellation)
{
    private readonly Profile profile = ProfileCatalog.FindOrGeneric(request.Profile);

    private readonly List<Finding> findings = [];

    private readonly List<DatasetReport> datasets = [];

    // Nothing else tells the scopes of two datasets apart.
    private readonly Dictionary<(TuningMethod, DatasetRole, bool WithTokens), InspectorPool> pools = [];

    public LintReport Lint()
    {
        if (request.ValidationPaths.Count > 0)
        {
            LintRoles();
        }
        else
        {
            foreach (var path in request.Paths)
            {
                LintDataset([path], MethodOf(path), DatasetRole.Training);
            }
        }
        findings.AddRange(request.Paths.Take(1).SelectMany(path => LifecycleCheck.Support(profile, path, TextRange.FileStart)));
        return OldFindings.Apply(request, new LintReport { Findings = FindingOrder.Sort(findings), Datasets = datasets });
    }

    private void LintRoles()
    {
        // One model has one method, and it is trained with the training data.
        var method = request.Paths.Count > 0 ? MethodOf(request.Paths[0]) : MethodOf(request.ValidationPaths[0]);
        var training = LintDataset(request.Paths, method, DatasetRole.Training);
        var validation = LintDataset(request.ValidationPaths, method, DatasetRole.Validation);
        findings.AddRange(RoleComparison.Of(training, validation));
    }

    private StudiedDataset LintDataset(IReadOnlyList<string> paths, TuningMethod method, DatasetRole role)
    {
        // Nobody said what the data is for: it may be for the method that the same host has another profile for.
        var sister = request.Method is null ? ProfileCatalog.SisterOf(profile, method) : null;
        var judge = sister ?? profile;
        var scope = TotalTokens.Rule.ScopeOf(new DatasetScope
        {
            Profile = judge,
            Asked = sister is null ? null : profile,
            Method = method,
            Role = role,
            Severities = new RuleSeverities(LintSettings.Default.Severities, judge.Severities),
            Deep = request.Deep,
            WithTokens = request.WithTokens,
            WithCensus = request.WithCensus,
            BaseModel = request.BaseModel is { } model ? judge.FindModel(model) : null,
            Today = request.Today,
            DataMayBeMissing = request.DataMayBeMissing,
            MostFindings = OldFindings.MostOf(request, null),
            IsSplit = request.ValidationPaths.Count > 0,
        }, paths);
        var linter = new DatasetLinter(scope, Refusal, request.Progress, cancellation);
        var alike = (method, role, scope.WithTokens);
        linter.Lint(paths, pools.TryGetValue(alike, out var pool) ? pool : pools[alike] = DatasetLinter.PoolFor(scope));
        datasets.Add(linter.Report);
        findings.AddRange(linter.Findings);
        return linter.Dataset;
    }

    private TuningMethod MethodOf(string path) =>
        request.Method ?? (Refusal(path) is null && File.Exists(path) ? MethodRecognition.Of(path, profile, cancellation) : TuningMethod.Supervised);

    private string? Refusal(string path) => RepositoryBoundary.Around(Path.GetDirectoryName(path)!, request.AllowedOutside).Refusal(path);
}
