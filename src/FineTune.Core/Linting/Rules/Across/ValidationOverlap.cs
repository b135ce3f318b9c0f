using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Quality;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>FT6001: a validation example that is also in the training data.</summary>
internal sealed class ValidationOverlap() : DataRule("FT6001", "validation-overlap", Severity.Error, "A validation example is also in the training data")
{
    /// <summary>Compares two datasets of one model.</summary>
    public static ValidationOverlap Rule { get; } = new();

    public void Check(StudiedDataset training, StudiedDataset validation, DatasetFindings findings)
    {
        if (validation.Scope.SeverityOf(this) == Severity.None)
        {
            return;
        }
        using var table = HashTable.ByContent(training.Index).AddAll();
        for (var i = 0; i < validation.Index.Count; i++)
        {
            if (table.Find(validation.Index[i].Content) is >= 0 and var same)
            {
                var place = training.Index[same].Place;
                var file = training.Files[place.File];
                var mine = validation.Index[i].Place;
                findings.Report(
                    this,
                    mine,
                    "this example is also in the training data; a model is not measured on what it has learnt",
                    () => $"this example is also in the training data (line {file.Places.LineOf(file.Path, place.Offset):N0} of {SafeText.Quote(Path.GetFileName(file.Path))}){OtherKeys.Between(findings.ReadAgain(mine), file.Read(place.Offset, findings.Scope.HasItems))}; a model is not measured on what it has learnt");
            }
        }
    }
}
