using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting;

namespace FineTune.Core.Comparing;

/// <summary>What differs between two states of a repository's fine-tuning data.</summary>
/// <param name="Datasets">By model in the order of the later manifest, then what it does not have any more.</param>
/// <param name="NewFindings">Findings that the earlier state did not have.</param>
/// <param name="GoneFindings">How many findings the later state does not have any more.</param>
internal sealed record DataDiff(IReadOnlyList<DatasetDiff> Datasets, IReadOnlyList<Finding> NewFindings, int GoneFindings)
{
    /// <summary>The models that must be asked otherwise than before.</summary>
    public IReadOnlyList<ContractDiff> Contracts { get; init; } = [];

    public long Added => Datasets.Sum(dataset => dataset.Added);

    public long Removed => Datasets.Sum(dataset => dataset.Removed);

    public long Changed => Datasets.Sum(dataset => dataset.Changed);

    public bool IsEmpty => Datasets.All(dataset => dataset.IsEmpty);

    /// <summary>Compares two reports that were made with tokens, census and contents.</summary>
    /// <param name="before">The earlier state; null where there was no manifest.</param>
    /// <param name="after">The later state.</param>
    /// <param name="folderBefore">Absolute path of the folder that stands for the repository in the earlier report.</param>
    /// <param name="folderAfter">The same in the later report.</param>
    public static DataDiff Of(LintReport? before, LintReport after, string folderBefore, string folderAfter)
    {
        var old = before is null ? [] : DatasetStatistics.Of(before.Datasets, before.Manifest);
        var fresh = DatasetStatistics.Of(after.Datasets, after.Manifest);
        var keys = fresh.Concat(old).Select(one => (Model: one.Data.Model!, one.Data.Role)).Distinct();
        var findings = new FindingDiff(before is null ? [] : before.Findings, folderBefore);
        var news = findings.NewOf(after.Findings, folderAfter);
        // Models that share their data are compared once.
        var known = new Dictionary<(DatasetIndex?, DatasetIndex?), DatasetDiff>();
        return new(
            [.. keys.Select(key => Compare(key.Model, key.Role, (before, Find(old, key), folderBefore), (after, Find(fresh, key), folderAfter), known))],
            news,
            findings.Left)
        {
            Contracts = ContractDiff.Of(before, after),
        };
    }

    private static DatasetDiff Compare(
        string model,
        DatasetRole role,
        (LintReport? Report, DatasetStatistics? Data, string Folder) before,
        (LintReport? Report, DatasetStatistics? Data, string Folder) after,
        Dictionary<(DatasetIndex?, DatasetIndex?), DatasetDiff> known)
    {
        if (Pointer(before.Report, before.Data, before.Folder) is { } then)
        {
            return DatasetDiff.NotComparable(model, role, after.Data, $"{then} is only a pointer to its data (Git LFS, git-annex or DVC) in the earlier revision");
        }
        if (Pointer(after.Report, after.Data, after.Folder) is { } now)
        {
            return DatasetDiff.NotComparable(model, role, null, $"{now} is only a pointer to its data (Git LFS, git-annex or DVC) that was not fetched");
        }
        var pair = (before.Data?.Data.Contents?.Index, after.Data?.Data.Contents?.Index);
        if (!known.TryGetValue(pair, out var diff))
        {
            known[pair] = diff = DatasetDiff.Of(model, role, before.Data, after.Data);
        }
        return diff with { Model = model, Role = role, Before = before.Data, After = after.Data };
    }

    private static string? Pointer(LintReport? report, DatasetStatistics? data, string folder)
    {
        var model = report?.Manifest?.Models.FirstOrDefault(model => model.Name == data?.Data.Model);
        var files = (data?.Data.Role == DatasetRole.Training ? model?.Training : model?.Validation)?.Files ?? [];
        return report?.Findings.FirstOrDefault(finding => finding.Code == FileRules.DataNotFetched.Code && files.Contains(finding.Path)) is { } pointer
            ? SafeText.Clean(PathText.Relative(pointer.Path, folder))
            : null;
    }

    private static DatasetStatistics? Find(IReadOnlyList<DatasetStatistics> all, (string Model, DatasetRole Role) key) =>
        all.FirstOrDefault(one => one.Data.Model == key.Model && one.Data.Role == key.Role);
}
