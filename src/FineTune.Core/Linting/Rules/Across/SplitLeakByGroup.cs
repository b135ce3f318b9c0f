using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>FT6004: many validation examples are of a customer, a document or a template that training has, too; said once.</summary>
internal sealed class SplitLeakByGroup() : DataRule("FT6004", "split-leak-by-group", Severity.Info, "Training and validation share customers, documents or templates")
{
    internal override bool OncePerFile => true;

    private const int FewestExamples = 10;

    private const int FewestGroups = 3;

    private const double LeastShare = 0.3;

    /// <summary>What more of the training examples have is no group: a notice, a way to ask, a name for all.</summary>
    private const double MostOfTraining = 0.2;

    private const int Shown = 3;

    /// <summary>Compares two datasets of one model.</summary>
    public static SplitLeakByGroup Rule { get; } = new();

    /// <summary>Whether two datasets will be held against each other.</summary>
    public static bool IsWanted(DatasetScope scope) => scope.IsSplit && scope.SeverityOf(Rule) != Severity.None;

    public void Check(StudiedDataset training, StudiedDataset validation, DatasetFindings findings)
    {
        if (validation.Scope.SeverityOf(this) == Severity.None)
        {
            return;
        }
        using var contexts = HashTable.ByContext(training.Index).AddAll();
        var known = new HashSet<ExamplePlace>();
        for (var i = 0; i < validation.Index.Count; i++)
        {
            // The same prompt again is FT6001 or FT6002.
            if (validation.Index[i].Context != 0 && contexts.Find(validation.Index[i].Context) >= 0)
            {
                known.Add(validation.Index[i].Place);
            }
        }
        var examples = validation.Groups.Marked.Where(example => !known.Contains(example.Place)).ToList();
        foreach (var shared in examples
            .SelectMany(example => example.Marks.Distinct().Where(mark => IsShared(mark, training.Groups)).Select(mark => (example.Place, Mark: mark)))
            .GroupBy(shared => (shared.Mark.Kind, shared.Mark.Key))
            .OrderBy(group => group.Key.Kind))
        {
            if (IsMany(shared.Select(entry => entry.Place).Distinct().Count(), validation.Groups.Examples) && shared.Select(entry => entry.Mark.Value).Distinct().Take(FewestGroups).Count() == FewestGroups)
            {
                Report(training, validation, findings, [.. shared.DistinctBy(entry => entry.Place)]);
                return;
            }
        }
    }

    private static bool IsShared(GroupMark mark, GroupTraits training) =>
        training.CountOf(mark) is > 0 and var count && count <= Math.Max(training.Examples * MostOfTraining, 1);

    private static bool IsMany(int count, long of) => count >= FewestExamples && count >= of * LeastShare;

    private void Report(StudiedDataset training, StudiedDataset validation, DatasetFindings findings, List<(ExamplePlace Place, GroupMark Mark)> shared)
    {
        var (place, mark) = shared[0];
        var what = mark.Kind switch
        {
            GroupKind.Name => $"have a value of {SafeText.Quote(NameOf(findings.ReadAgain(place), mark))} that training examples have, too",
            GroupKind.Passage => "hold a long passage that training examples hold, too",
            _ => "ask in words that training examples have, too, but for the numbers",
        };
        var pairs = shared.Take(Shown).Select(entry => $"{findings.Name(entry.Place, place.File)} (as {PlaceIn(training, training.Groups.FirstOf(entry.Mark))})");
        findings.Report(
            this,
            place,
            $"{shared.Count:N0} of {validation.Groups.Examples:N0} validation examples {what}: {string.Join(", ", pairs)}{InWords.More(shared.Count - Shown)}; they say little about what is new. Split by it, not by lines");
    }

    private static string NameOf(Example? example, GroupMark mark)
    {
        foreach (var node in example is null ? [] : new[] { 0, example.Find(0, "metadata"u8) }.Where(node => node >= 0))
        {
            foreach (var property in example!.Tape.Properties(node))
            {
                if (ContentHash.OfBytes(example.Name(property.Name)) == mark.Key)
                {
                    return example.Show(property.Name);
                }
            }
        }
        return "the key";
    }

    private static string PlaceIn(StudiedDataset dataset, ExamplePlace place)
    {
        var file = dataset.Files[place.File];
        return $"line {file.Places.LineOf(file.Path, place.Offset):N0} of {SafeText.Quote(Path.GetFileName(file.Path))}";
    }
}
