using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Comparing;

/// <summary>What differs between two states of a dataset.</summary>
internal sealed record DatasetDiff
{
    /// <summary>Most examples of a kind that are shown one by one.</summary>
    public const int MostShown = 1_000;

    /// <summary>The model's name in the manifest.</summary>
    public required string Model { get; init; }

    /// <summary>Training or validation.</summary>
    public required DatasetRole Role { get; init; }

    /// <summary>The earlier state; null where there was none.</summary>
    public DatasetStatistics? Before { get; init; }

    /// <summary>The later state; null where there is none any more.</summary>
    public DatasetStatistics? After { get; init; }

    public required long Added { get; init; }

    public required long Removed { get; init; }

    public required long Changed { get; init; }

    public required long Unchanged { get; init; }

    /// <summary>The changes: added, removed, changed, at most <see cref="MostShown"/> of each.</summary>
    public required IReadOnlyList<ExampleChange> Changes { get; init; }

    /// <summary>Why the examples can't be compared, safe to print; null where they were.</summary>
    public string? Unknown { get; init; }

    public bool IsEmpty => Added + Removed + Changed == 0;

    /// <summary>How many more tokens an epoch is billed for.</summary>
    public long TokensMore => (After?.Tokens.Billable ?? 0) - (Before?.Tokens.Billable ?? 0);

    /// <summary>Two states of which one can't be read.</summary>
    public static DatasetDiff NotComparable(string model, DatasetRole role, DatasetStatistics? after, string reason) =>
        new() { Model = model, Role = role, After = after, Added = 0, Removed = 0, Changed = 0, Unchanged = 0, Changes = [], Unknown = reason };

    /// <summary>Compares two states; at least one is there.</summary>
    public static DatasetDiff Of(string model, DatasetRole role, DatasetStatistics? before, DatasetStatistics? after)
    {
        var (old, fresh) = (before?.Data.Contents ?? DatasetContents.None, after?.Data.Contents ?? DatasetContents.None);
        var pairing = ExamplePairing.Of(old, fresh);
        return new()
        {
            Model = model,
            Role = role,
            Before = before,
            After = after,
            Added = pairing.Added.Count,
            Removed = pairing.Removed.Count,
            Changed = pairing.Changed.Count,
            Unchanged = pairing.Unchanged,
            Changes =
            [
                .. pairing.Added.Take(MostShown).Select(index => new ExampleChange(null, Read(fresh, index))),
                .. pairing.Removed.Take(MostShown).Select(index => new ExampleChange(Read(old, index), null)),
                .. pairing.Changed.Take(MostShown).Select(pair => new ExampleChange(Read(old, pair.Before), Read(fresh, pair.After))),
            ],
        };
    }

    private static ExampleWords Read(DatasetContents contents, int index) => ExampleWords.Of(contents, index) with { Line = contents.LineOf(index) };
}
