using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4001: the same context with the same answer again, whatever its white space, escapes, order of keys, and the keys beside them.</summary>
internal sealed class DuplicateExample() : DatasetRule("FT4001", "duplicate-example", Severity.Warning, "The same example again")
{
    public static DuplicateExample Rule { get; } = new();

    /// <summary>More than this, or half of a file, have one cause, which is said once.</summary>
    private const int MostSingle = 20;

    private const int FewestTogether = 3;

    private const int Shown = 3;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(DuplicateExample rule) : DatasetCheck
    {
        private readonly SortedDictionary<int, (int Count, List<(ExamplePlace Place, ExamplePlace First)> Places)> files = [];

        private readonly Dictionary<int, int> examples = [];

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            Find(index);
            foreach (var (file, (count, places)) in files)
            {
                if (count > MostSingle || (count >= FewestTogether && count * 2 > examples[file]))
                {
                    ReportTogether(findings, count, examples[file], places);
                    continue;
                }
                foreach (var (place, first) in places)
                {
                    findings.Report(rule, place, () => $"this is the same example as {findings.Name(first, place.File)}{OtherKeys.Between(findings.ReadAgain(place), findings.ReadAgain(first))}; it would weigh twice");
                }
            }
        }

        private void Find(DatasetIndex index)
        {
            using var table = HashTable.ByContent(index);
            for (var i = 0; i < index.Count; i++)
            {
                var place = index[i].Place;
                examples[place.File] = examples.GetValueOrDefault(place.File) + 1;
                if (table.Add(i) is >= 0 and var first)
                {
                    var (count, places) = files.TryGetValue(place.File, out var known) ? known : (0, []);
                    if (count < MostSingle)
                    {
                        places.Add((place, index[first].Place));
                    }
                    files[place.File] = (count + 1, places);
                }
            }
        }

        private void ReportTogether(DatasetFindings findings, int count, int of, List<(ExamplePlace Place, ExamplePlace First)> places)
        {
            var shown = places.Take(Shown).ToList();
            var others = OtherKeys.Between(findings.ReadAgain(places[0].Place), findings.ReadAgain(places[0].First));
            var pairs = shown.Select(pair => $"{findings.Name(pair.Place, pair.Place.File)} (as {findings.Name(pair.First, pair.Place.File)})");
            findings.Report(
                rule,
                places[0].Place,
                $"{count:N0} of {Amount.Of(of, "example")} ({(double)count / of:P0}) are the same as an earlier one{others}: {string.Join(", ", pairs)}{InWords.More(count - shown.Count)}; each would weigh again");
        }
    }
}
