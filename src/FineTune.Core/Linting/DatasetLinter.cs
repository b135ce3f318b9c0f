using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Identity;
using FineTune.Core.Linting.Cache;
using FineTune.Core.Linting.Rules.Across;
using FineTune.Core.Manifest;
using FineTune.Core.Repository;

namespace FineTune.Core.Linting;

/// <summary>Checks one dataset: each file, then all of them together.</summary>
internal sealed class DatasetLinter(DatasetScope scope, Func<string, string?> boundary, IProgress<long>? progress, CancellationToken cancellation)
{
    private readonly IReadOnlyList<DatasetCheck> checks =
        [.. RuleBook.DatasetRules.Where(rule => rule.AppliesTo(scope) && rule.IsOn(scope)).Select(rule => rule.Start(scope))];

    private readonly List<Finding> findings = [];

    private readonly List<DatasetFile> files = [];

    private readonly List<DataFileReport> reports = [];

    /// <summary>What is remembered of every example.</summary>
    public DatasetIndex Index { get; } = new() { Signatures = scope.Deep ? new SignatureList() : null, Wholes = scope.WithCensus ? [] : null };

    /// <summary>What it shows at all.</summary>
    public DatasetTraits Traits { get; } = new();

    /// <summary>What its examples share with each other.</summary>
    public GroupTraits Groups { get; } = new();

    public IReadOnlyList<DatasetFile> Files => files;

    public IReadOnlyList<Finding> Findings => findings;

    public DatasetScope Scope { get; } = scope;

    /// <summary>Hashes what would be uploaded while it is read; null where nobody asks for the hash.</summary>
    public PassingHash? Hash { get; init; }

    /// <summary>Counts of files that did not change since they were made; null for none.</summary>
    public StoredTokens? Stored { get; init; }

    // A rule that gives a line up leaves it uncounted.
    private string CountedBy => field ??= string.Join(' ', [Scope.Profile.Name, Scope.Method, Scope.Role, Scope.BaseModel?.Id, .. RuleBook.ExampleRules.Where(rule => !IsOn(rule, Scope)).Select(rule => rule.Code)]);

    /// <summary>What was read.</summary>
    public DatasetReport Report => new()
    {
        Model = Scope.Model?.Name,
        Role = Scope.Role,
        Profile = Scope.Profile.Name,
        Method = Scope.Method,
        Files = reports,
        BaseModel = Scope.BaseModel,
        MaxExampleTokens = Scope.MaxExampleTokens,
        CountedBy = CountedBy,
        Contents = Scope.WithCensus ? new DatasetContents(Index, files) : null,
    };

    /// <summary>What looks through the blocks of such datasets.</summary>
    public static InspectorPool PoolFor(DatasetScope scope) =>
        new(scope, [.. RuleBook.ExampleRules.Where(rule => IsOn(rule, scope))]);

    private static bool IsOn(ExampleRule rule, DatasetScope scope) => rule.AppliesTo(scope) && scope.SeverityOf(rule) != Severity.None;

    public void Lint(IReadOnlyList<string> paths) => Lint(paths, PoolFor(Scope));

    /// <summary>Checks files.</summary>
    /// <param name="paths">Absolute paths.</param>
    /// <param name="pool">What looks through their blocks; it is not kept, for this one may live long.</param>
    public void Lint(IReadOnlyList<string> paths, InspectorPool pool)
    {
        var uncounted = new Lazy<InspectorPool>(() => PoolFor(Scope with { WithTokens = false }));
        foreach (var path in paths)
        {
            var known = Stored?.Find(path, CountedBy);
            LintFile(path, known is null ? pool : uncounted.Value, known);
        }
        if (Hash?.Files.Count == paths.Count)
        {
            Hash.End();
        }
        var together = new DatasetFindings(Scope, files, Report);
        if (files.Count > 0)
        {
            foreach (var check in checks)
            {
                check.Finish(together, Index);
            }
            together.Finish();
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
        var file = files.Count;
        try
        {
            var report = new FileInspector(pool, facts => Observe(facts, file), progress, cancellation) { Hash = Hash }.Inspect(path);
            findings.AddRange(report.Findings.Select(found => Place(path, found)));
            files.Add(new DatasetFile(path, report.Places));
            reports.Add(known is null ? report.Data : report.Data with { Tokens = known });
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
            Index.Add(example.Content, example.Context, new ExamplePlace(file, example.Offset));
            Index.Wholes?.Add(example.Hash);
            Index.Signatures?.Add(example.Signature);
            Traits.Observe(example, file);
            Groups.Observe(example, file, keepsExamples: Scope.Role == DatasetRole.Validation);
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
    private Severity SeverityOf(Rule rule) => rule == FileRules.DataNotFetched && Scope.DataMayBeMissing ? Severity.Warning : Scope.SeverityOf(rule);
}
