using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4003: a context with two or more different answers; said once a file, with the count and the first places.</summary>
internal sealed class ConflictingAnswers() : DatasetRule("FT4003", "conflicting-answers", Severity.Warning, "The same question has different answers")
{
    internal override bool OncePerFile => true;

    private const int Shown = 3;

    /// <summary>What a reinforcement line is graded by is known only where a grader says so; other fields may differ.</summary>
    public override bool AppliesTo(DatasetScope scope) => scope.Method != TuningMethod.Reinforcement || scope.GraderFields.Count > 0;

    public override DatasetCheck Start(DatasetScope scope) => scope.Method == TuningMethod.Dpo ? new ReversedPairs(this) : new Check(this);

    private sealed class Check(ConflictingAnswers rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (IdenticalPrompts.HasOneContext(index) && findings.Scope.Role == DatasetRole.Training && findings.Scope.SeverityOf(IdenticalPrompts.Rule) != Severity.None)
            {
                return;
            }
            using var contexts = HashTable.ByContext(index);
            using var contents = new LazyTable(index);
            var conflicts = new ConflictList();
            for (var i = 0; i < index.Count; i++)
            {
                // The same answer again, whichever of them it is, is FT4001.
                if (index[i].Context != 0 && contexts.Add(i) is >= 0 and var first && index[first].Content != index[i].Content && contents.IsNew(i))
                {
                    conflicts.Add(index[i].Place, index[first].Place);
                }
            }
            conflicts.Report(rule, findings, "the same context as an earlier example but another answer");
        }
    }

    /// <summary>A pair of which an earlier one says the opposite; other pairs of the same context are a ranking.</summary>
    private sealed class ReversedPairs(ConflictingAnswers rule) : DatasetCheck
    {
        private readonly Dictionary<ulong, ExamplePlace> known = [];

        private readonly ConflictList conflicts = new();

        public override void Observe(in ExampleFacts facts, int file)
        {
            var place = new ExamplePlace(file, facts.Offset);
            if (facts.Reversed != 0 && facts.Reversed != facts.Target && known.TryAdd(ContentHash.Combine(facts.Context, facts.Target), place)
                && known.TryGetValue(ContentHash.Combine(facts.Context, facts.Reversed), out var first))
            {
                conflicts.Add(place, first);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index) =>
            conflicts.Report(rule, findings, "the same context and answers as an earlier example but prefer the other answer");
    }

    private sealed class ConflictList
    {
        private readonly SortedDictionary<int, (int Count, List<(ExamplePlace Place, ExamplePlace First)> Places)> files = [];

        public void Add(ExamplePlace place, ExamplePlace first)
        {
            var (count, places) = files.TryGetValue(place.File, out var known) ? known : (0, []);
            if (count < Shown)
            {
                places.Add((place, first));
            }
            files[place.File] = (count + 1, places);
        }

        public void Report(ConflictingAnswers rule, DatasetFindings findings, string what)
        {
            foreach (var (count, places) in files.Values)
            {
                var pairs = places.Select(pair => $"{findings.Name(pair.Place, pair.Place.File)} (as {findings.Name(pair.First, pair.Place.File)})");
                findings.Report(rule, places[0].Place, $"{Amount.Of(count, "example has", "examples have")} {what}: {string.Join(", ", pairs)}{InWords.More(count - places.Count)}");
            }
        }
    }

    /// <summary>A table that is made where the first conflict is met: most files have none.</summary>
    private sealed class LazyTable(DatasetIndex index) : IDisposable
    {
        private HashTable? table;

        public bool IsNew(int example) => (table ??= HashTable.ByContent(index)).Add(example) < 0;

        public void Dispose() => table?.Dispose();
    }
}
