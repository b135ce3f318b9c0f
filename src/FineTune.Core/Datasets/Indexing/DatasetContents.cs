namespace FineTune.Core.Datasets.Indexing;

/// <summary>The examples of a dataset: what they are known by, and where they stand.</summary>
/// <param name="Index">Hashes and places, in order.</param>
/// <param name="Files">The files that places are in.</param>
internal sealed record DatasetContents(DatasetIndex Index, IReadOnlyList<DatasetFile> Files)
{
    /// <summary>A dataset that is not there.</summary>
    public static DatasetContents None { get; } = new(new DatasetIndex(), []);

    /// <summary>1-based line of an example in its file.</summary>
    public int LineOf(int example)
    {
        var place = Index[example].Place;
        var file = Files[place.File];
        return file.Places.LineOf(file.Path, place.Offset);
    }
}
