using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Counting;

/// <summary>One dataset as it was read: the files of one role of a model.</summary>
public sealed record DatasetReport
{
    /// <summary>The model's name in the manifest; null for files alone.</summary>
    public string? Model { get; init; }

    /// <summary>Training or validation.</summary>
    public required DatasetRole Role { get; init; }

    /// <summary>Name of the profile that it was checked against.</summary>
    public required string Profile { get; init; }

    /// <summary>Method that it was checked for.</summary>
    public required TuningMethod Method { get; init; }

    /// <summary>The files, in upload order.</summary>
    public required IReadOnlyList<DataFileReport> Files { get; init; }

    /// <summary>Examples in all files.</summary>
    public long Examples => Files.Sum(file => file.Examples);

    /// <summary>Bytes that would be uploaded.</summary>
    public long UploadBytes => Files.Sum(file => file.UploadBytes);

    /// <summary>SHA-256 of what would be uploaded, lower-case hex; null unless it was asked for.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The base model; null where the catalog does not know it, or none was named.</summary>
    internal CatalogModel? BaseModel { get; init; }

    /// <summary>Most tokens of an example that are trained on, as its examples were cut; null for no limit.</summary>
    internal int? MaxExampleTokens { get; init; }

    /// <summary>What the tokens of a file depend on beside its bytes; null where it was not read.</summary>
    internal string? CountedBy { get; init; }

    /// <summary>Its examples; null unless it was asked what they are like.</summary>
    internal DatasetContents? Contents { get; init; }

    /// <summary>Tokens of all files; null unless they were asked for.</summary>
    public TokenTotals? Tokens => Files.Count > 0 && Files.All(file => file.Tokens is not null)
        ? Files.Aggregate(TokenTotals.None, (sum, file) => sum.Plus(file.Tokens!))
        : null;
}
