using System.Globalization;
using FineTune.Core.Catalog;
using FineTune.Core.Contracts;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Identity;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Rules.Limits;
using FineTune.Core.Linting.Rules.Secrets;
using FineTune.Core.Linting.Suppressing;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Reading;
using FineTune.Core.Planning;

namespace FineTune.Core.Linting.Engine;

/// <summary>Checks a manifest, the datasets of its models, and what the lock says of them.</summary>
internal sealed class ManifestLinter(LintRequest request, CancellationToken cancellation)
{
    private readonly List<Finding> findings = [];

    private readonly List<DatasetReport> datasets = [];

    private readonly Dictionary<string, Contract> contracts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, DatasetLinter> done = new(StringComparer.Ordinal);

    private readonly RepositoryBoundary boundary = RepositoryBoundary.Around(Path.GetDirectoryName(request.ManifestPath!)!, request.AllowedOutside);

    public LintReport Lint()
    {
        var reading = ManifestReader.Read(request.ManifestPath!, request.AllowedOutside);
        if (reading.Manifest is not { } manifest)
        {
            findings.AddRange(reading.Findings);
            return new LintReport { Findings = FindingOrder.Sort(findings), Datasets = [] };
        }
        AddAll(manifest, reading.Findings);
        foreach (var model in manifest.Models)
        {
            LintModel(manifest, model);
        }
        var locked = LockReader.Read(manifest.LockPath);
        if (request.Paths.Count == 0)
        {
            AddAll(manifest, new LifecycleCheck(request.Today, request.LifecycleAsErrors).Run(manifest));
            CheckLock(manifest, locked);
        }
        var judged = Suppressions.Apply(manifest, findings, isWhole: request.Paths.Count == 0);
        return OldFindings.Apply(request, new LintReport
        {
            Findings = FindingOrder.Sort(judged.Kept),
            Suppressed = judged.Silenced,
            Datasets = datasets,
            Contracts = contracts,
            Manifest = manifest,
        });
    }

    private void LintModel(FineTuneManifest manifest, ModelSettings model)
    {
        var training = LintDataset(manifest, model, model.Training, DatasetRole.Training);
        var validation = model.Validation is { } data ? LintDataset(manifest, model, data, DatasetRole.Validation) : null;
        if (training is not null && validation is not null)
        {
            findings.AddRange(RoleComparison.Of(training, validation));
        }
    }

    /// <summary>Checks a dataset; one that another model has too, and that is checked against the same, is read once.</summary>
    private StudiedDataset? LintDataset(FineTuneManifest manifest, ModelSettings model, DatasetSettings data, DatasetRole role)
    {
        var paths = data.Files.Where(file => request.Paths.Count == 0 || request.Paths.Contains(file)).ToList();
        if (paths.Count == 0)
        {
            return null;
        }
        var profile = ProfileCatalog.FindOrGeneric(request.Profile ?? model.Provider.Profile);
        var hashes = request.WithDigests || File.Exists(manifest.LockPath);
        var comparison = model.Validation is null ? "" : "held against";
        var scope = TotalTokens.Rule.ScopeOf(DatasetScope.Of(manifest, model, role, profile), paths);
        // What is counted for its epochs is the same only where they are.
        var epochs = !scope.WithTokens ? "" : TrainingEpochs.DeclaredBy(model)?.ToString(CultureInfo.InvariantCulture) ?? "the host's";
        var key = string.Join('\n', [epochs, profile.Name, model.Method.Name(), role.Name(), model.BaseModel.Value, comparison, .. GraderFields.Of(model.Grader), .. paths]);
        if (!done.TryGetValue(key, out var linter))
        {
            scope = scope with
            {
                Deep = request.Deep,
                WithTokens = request.WithTokens || scope.WithTokens,
                WithCensus = request.WithCensus,
                WithContract = request.WithContract && role == DatasetRole.Training,
                DataMayBeMissing = request.DataMayBeMissing,
                MostFindings = OldFindings.MostOf(request, manifest.Lint),
            };
            // The whole dataset or nothing: the order of its files is that of their upload.
            using var hash = hashes && paths.Count == data.Files.Count && IsUploadOrder(manifest, data) ? ModelData.PassingHash(model, data) : null;
            done[key] = linter = new DatasetLinter(scope, boundary.Refusal, request.Progress, cancellation) { Hash = hash, Stored = request.Stored };
            linter.Lint(paths);
            findings.AddRange(linter.Findings);
        }
        var report = linter.Report with { Model = model.Name };
        datasets.Add(hashes && !linter.Findings.Any(IsNotFetched) ? WithDigests(manifest, model, data, report, linter.Hash) : report);
        if (linter.Contract is { } contract)
        {
            contracts[model.Name] = contract with { ResponseFormat = SharedContract.FormatOf(model.ResponseFormat, SecretCut.From) ?? contract.ResponseFormat };
        }
        return linter.Dataset;
    }

    // The hash of a pointer would make the lock look out of date.
    private static bool IsNotFetched(Finding finding) => finding.Code == FileRules.DataNotFetched.Code;

    /// <summary>The report with hashes; as it is where a file is not here.</summary>
    private DatasetReport WithDigests(FineTuneManifest manifest, ModelSettings model, DatasetSettings data, DatasetReport report, PassingHash? hash)
    {
        if (report.Files.Count != data.Files.Count)
        {
            return report;
        }
        try
        {
            if (hash?.Total is { } total)
            {
                return WithDigests(report, total, hash.Files);
            }
            // A line that is too long to load, or a file that is none: it was not read to its end.
            var measure = ModelData.Upload(manifest, model, data).Measure(cancellation);
            return WithDigests(report, measure.Total, measure.Sources.Select(source => source.Content));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return report;
        }
    }

    private static DatasetReport WithDigests(DatasetReport report, ContentMeasure total, IEnumerable<ContentMeasure> files) => report with
    {
        Sha256 = total.Sha256,
        Files = [.. report.Files.Zip(files, (file, content) => file with { Sha256 = content.Sha256, UploadBytes = content.Bytes, Examples = content.Examples })],
    };

    private static bool IsUploadOrder(FineTuneManifest manifest, DatasetSettings data) =>
        UploadSource.Of(manifest, data).Select(source => source.FullPath).SequenceEqual(data.Files, StringComparer.Ordinal);

    private void CheckLock(FineTuneManifest manifest, LockReading locked)
    {
        var plan = Planner.Plan(manifest, locked.Lock, ModelData.Of(manifest, datasets));
        AddAll(manifest, SharedDigests.Find(manifest).Union(SharedDigests.Find(plan)));
        AddAll(manifest, LockCheck.Run(manifest, locked, plan, LockCheckMode.Lint));
    }

    private void AddAll(FineTuneManifest manifest, IEnumerable<Finding> found)
    {
        foreach (var finding in found)
        {
            var severity = Suppressions.CanBeSilenced(finding) && manifest.Lint.Severities.TryGetValue(finding.Code, out var said) ? said : finding.Severity;
            if (severity != Severity.None)
            {
                findings.Add(finding with { Severity = severity });
            }
        }
    }
}
