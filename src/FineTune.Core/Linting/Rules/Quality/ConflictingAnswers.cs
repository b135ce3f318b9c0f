using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4003: the same full context with another answer; said once a file, with the count and the first places.</summary>
internal sealed class ConflictingAnswers() : DatasetRule("FT4003", "conflicting-answers", Severity.Warning, "The same question has different answers")
{
    internal override bool OncePerFile => true;

    private const int Shown = 3;

    public override bool AppliesTo(DatasetScope scope) => scope.Method is TuningMethod.Supervised or TuningMethod.Completion;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(ConflictingAnswers rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (IdenticalPrompts.HasOneContext(index) && findings.Scope.Role == DatasetRole.Training && findings.Scope.SeverityOf(IdenticalPrompts.Rule) != Severity.None)
            {
                return;
            }
            using var table = HashTable.ByContext(index);
            var conflicts = new SortedDictionary<int, (int Count, List<(ExamplePlace Place, ExamplePlace First)> Places)>();
            for (var i = 0; i < index.Count; i++)
            {
                if (index[i].Context == 0 || table.Add(i) is not (>= 0 and var first) || index[first].Hash == index[i].Hash)
                {
                    continue;
                }
                var (count, places) = conflicts.TryGetValue(index[i].Place.File, out var known) ? known : (0, []);
                if (count < Shown)
                {
                    places.Add((index[i].Place, index[first].Place));
                }
                conflicts[index[i].Place.File] = (count + 1, places);
            }
            foreach (var (count, places) in conflicts.Values)
            {
                Report(findings, count, places);
            }
        }

        private void Report(DatasetFindings findings, int count, List<(ExamplePlace Place, ExamplePlace First)> places)
        {
            var pairs = places.Select(pair => $"{findings.Name(pair.Place, pair.Place.File)} and {findings.Name(pair.First, pair.Place.File)}");
            var more = count > places.Count ? $", and {count - places.Count:N0} more" : "";
            findings.Report(
                rule,
                places[0].Place,
                $"{Words.Count(count, "example")} {(count == 1 ? "answers" : "answer")} a context that is the same, word for word, as in an earlier one, and otherwise: {string.Join("; ", pairs)}{more}");
        }
    }
}
