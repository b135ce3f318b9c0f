using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>What is remembered of a dataset once it was read: enough to hold it against another.</summary>
internal sealed class StudiedDataset(DatasetScope scope)
{
    private readonly List<DatasetFile> files = [];

    private readonly List<DataFileReport> reports = [];

    public DatasetScope Scope { get; } = scope;

    public IReadOnlyList<DatasetFile> Files => files;

    /// <summary>What is remembered of every example.</summary>
    public DatasetIndex Index { get; } = new() { Signatures = scope.Deep ? new SignatureList() : null, Wholes = scope.WithCensus ? [] : null };

    /// <summary>What it shows at all.</summary>
    public DatasetTraits Traits { get; } = new();

    /// <summary>What its examples share with each other.</summary>
    public GroupTraits Groups { get; } = new();

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
        Contents = Scope.WithCensus ? new DatasetContents(Index, files) : null,
    };

    public void Add(DatasetFile file, DataFileReport report)
    {
        files.Add(file);
        reports.Add(report);
    }

    public void Observe(in ExampleFacts example, int file)
    {
        Index.Add(example.Content, example.Context, new ExamplePlace(file, example.Offset));
        Index.Wholes?.Add(example.Hash);
        Index.Signatures?.Add(example.Signature);
        Traits.Observe(example, file);
        Groups.Observe(example, file, keepsExamples: Scope.Role == DatasetRole.Validation);
    }
}
