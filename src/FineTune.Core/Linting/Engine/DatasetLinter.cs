using FineTune.Core.Contracts;
using FineTune.Core.Counting;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Identity;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Linting.Rules.Secrets;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Linting.Engine;

/// <summary>Checks one dataset: each file, then all of them together.</summary>
internal sealed class DatasetLinter(DatasetScope scope, Func<string, string?> boundary, IProgress<long>? progress, CancellationToken cancellation)
{
    private readonly DatasetCheck[] checks =
        [.. RuleBook.DatasetRules.Where(rule => rule.AppliesTo(scope) && rule.IsOn(scope)).Select(rule => rule.Start(scope))];

    private readonly List<Finding> findings = [];

    private readonly ContractTally? common = scope.WithContract ? new ContractTally() : null;

    /// <summary>What is remembered of it.</summary>
    public StudiedDataset Dataset { get; } = new(scope);

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Hashes what would be uploaded while it is read; null where nobody asks for the hash.</summary>
    public PassingHash? Hash { get; init; }

    /// <summary>Counts of files that did not change since they were made; null for none.</summary>
    public StoredTokens? Stored { get; init; }

    /// <summary>How a model that is trained on it must be asked; null where nobody asks, or nothing was read.</summary>
    public Contract? Contract { get; private set; }

    private string CountedBy => field ??= string.Join(' ', scope.Profile.Name, scope.Method, scope.Role, scope.BaseModel?.Id);

    /// <summary>What was read.</summary>
    public DatasetReport Report => Dataset.Report with { CountedBy = CountedBy };

    /// <summary>What looks through the blocks of such datasets.</summary>
    public static InspectorPool PoolFor(DatasetScope scope) =>
        new(scope, [.. RuleBook.ExampleRules.Where(rule => IsOn(rule, scope))]);

    private static bool IsOn(ExampleRule rule, DatasetScope scope) => rule.AppliesTo(scope) && scope.SeverityOf(rule) != Severity.None;

    public void Lint(IReadOnlyList<string> paths) => Lint(paths, PoolFor(scope));

    /// <summary>Checks files.</summary>
    /// <param name="paths">Absolute paths.</param>
    /// <param name="pool">What looks through their blocks; it is not kept, for this one may live long.</param>
    public void Lint(IReadOnlyList<string> paths, InspectorPool pool)
    {
        var uncounted = new Lazy<InspectorPool>(() => PoolFor(scope with { WithTokens = false }));
        foreach (var path in paths)
        {
            var known = Stored?.Find(path, CountedBy);
            LintFile(path, known is null ? pool : uncounted.Value, known);
        }
        if (Hash?.Files.Count == paths.Count)
        {
            Hash.End();
        }
        var together = new DatasetFindings(scope, Dataset.Files, Dataset.Report);
        if (Dataset.Files.Count > 0)
        {
            foreach (var check in checks)
            {
                check.Finish(together, Dataset.Index);
            }
            together.Finish();
        }
        if (common is { Examples: > 0 })
        {
            Contract = new SharedContract(together.ReadAgain, SecretCut.From).Of(common);
        }
        findings.AddRange(together.All);
    }

    private void LintFile(string path, InspectorPool pool, TokenTotals? known)
    {
        if (boundary(path) is { } refusal)
        {
            AddFinding(ManifestRules.DatasetNotFound, path, $"the file {refusal}");
            return;
        }
        if (PathText.Missing(path) is { } missing)
        {
            ReportMissing(path, missing);
            return;
        }
        var file = Dataset.Files.Count;
        try
        {
            var report = new FileInspector(pool, facts => Observe(facts, file), progress, cancellation) { Hash = Hash, Contract = tally => common?.Add(tally, file) }.Inspect(path);
            findings.AddRange(report.Findings.Select(found => Place(path, found)));
            Dataset.Add(new DatasetFile(path, report.Places), known is null ? report.Data : report.Data with { Tokens = known });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            AddFinding(ManifestRules.DatasetNotFound, path, $"the file cannot be read: {IOFault.Describe(fault)}");
        }
    }

    private void Observe(List<ExampleFacts> facts, int file)
    {
        foreach (ref readonly var example in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(facts))
        {
            Dataset.Observe(example, file);
            foreach (var check in checks)
            {
                check.Observe(example, file);
            }
        }
    }

    private void ReportMissing(string path, string missing)
    {
        if (File.Exists(path + ".dvc"))
        {
            AddFinding(FileRules.DataNotFetched, path, $"the file is not here, only its DVC pointer; dvc pull {SafeText.Quote(Path.GetFileName(path))} fetches it");
        }
        else
        {
            AddFinding(ManifestRules.DatasetNotFound, path, $"the file {missing}");
        }
    }

    private void AddFinding(Rule rule, string path, string message) =>
        findings.Add(Finding.Of(rule, path, TextRange.FileStart, message) with { Severity = SeverityOf(rule) });

    private Finding Place(string path, LineFinding found) =>
        found.Rule == FileRules.DataNotFetched ? found.In(path) with { Severity = SeverityOf(found.Rule) } : found.In(path);

    /// <summary>Data that was not fetched does not fail a build that may go on without it.</summary>
    private Severity SeverityOf(Rule rule) => rule == FileRules.DataNotFetched && scope.DataMayBeMissing ? Severity.Warning : scope.SeverityOf(rule);
}
