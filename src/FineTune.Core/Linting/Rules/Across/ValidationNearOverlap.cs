using System.Collections;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.NearDuplicates;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>FT6002: a validation example has the context of a training example, or is nearly one; judged only on request.</summary>
internal sealed class ValidationNearOverlap() : DataRule("FT6002", "validation-near-overlap", Severity.Warning, "A validation example is almost one of the training data")
{
    /// <summary>Compares two datasets of one model.</summary>
    public static ValidationNearOverlap Rule { get; } = new();

    public void Check(StudiedDataset training, StudiedDataset validation, DatasetFindings findings)
    {
        if (!validation.Scope.Deep || validation.Scope.SeverityOf(this) == Severity.None)
        {
            return;
        }
        var near = new NearDuplicateSearch(validation.Files, validation.Index).Across(training.Files, training.Index).ToDictionary(pair => pair.Example);
        // The whole example is FT6001.
        var whole = InTraining(training.Index, validation.Index);
        using var contexts = HashTable.ByContext(training.Index).AddAll();
        for (var i = 0; i < validation.Index.Count; i++)
        {
            var entry = validation.Index[i];
            if (whole[i])
            {
                continue;
            }
            if (entry.Context != 0 && contexts.Find(entry.Context) is >= 0 and var same)
            {
                findings.Report(this, entry.Place, () => $"the training data has the same context, word for word, in {PlaceIn(training, same)}; the model has seen the question, so its answer says little about new ones");
            }
            else if (near.TryGetValue(i, out var pair))
            {
                findings.Report(this, entry.Place, () => $"this example is {pair.Jaccard:P0} like {PlaceIn(training, pair.Other)} of the training data ({NearDuplicateSettings.Described})");
            }
        }
    }

    /// <summary>Which validation examples are training examples, too.</summary>
    private static BitArray InTraining(DatasetIndex training, DatasetIndex validation)
    {
        using var examples = HashTable.ByContent(training).AddAll();
        var known = new BitArray(validation.Count);
        for (var i = 0; i < validation.Count; i++)
        {
            known[i] = examples.Find(validation[i].Content) >= 0;
        }
        return known;
    }

    private static string PlaceIn(StudiedDataset dataset, int example)
    {
        var place = dataset.Index[example].Place;
        var file = dataset.Files[place.File];
        return $"line {file.Places.LineOf(file.Path, place.Offset):N0} of {SafeText.Quote(Path.GetFileName(file.Path))}";
    }
}
