using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2005: lines have different keys, for example tools on some only; said once, at the first line that differs.</summary>
internal sealed class KeysDiffer() : DatasetRule("FT2005", "keys-differ-between-lines", Severity.Warning, "Lines have different top-level keys")
{
    private const int Shown = 5;

    public override bool AppliesTo(DatasetScope scope) => scope.Method is TuningMethod.Supervised or TuningMethod.Reinforcement;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(KeysDiffer rule) : DatasetCheck
    {
        private readonly Dictionary<ulong, (ExamplePlace First, long Count)> sets = [];

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Format == ExampleFormat.Chat)
            {
                var known = sets.TryGetValue(facts.Keys, out var set) ? set : (new ExamplePlace(file, facts.Offset), 0);
                // More different key sets than this are no pattern worth telling.
                if (sets.Count < 1000 || known.Item2 > 0)
                {
                    sets[facts.Keys] = (known.Item1, known.Item2 + 1);
                }
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (sets.Count < 2)
            {
                return;
            }
            var usual = sets.MaxBy(set => set.Value.Count);
            var (odd, count) = sets.Where(set => set.Key != usual.Key).MinBy(set => (set.Value.First.File, set.Value.First.Offset)).Value;
            var (mine, others) = (findings.KeysOf(odd), findings.KeysOf(usual.Value.First));
            var extra = mine.Except(others).Select(SafeText.Quote).ToList();
            var missing = others.Except(mine).Select(SafeText.Quote).ToList();
            var difference = extra.Count > 0 ? $"has {Names(extra)}, which" : $"lacks {Names(missing)}, which";
            var have = usual.Value.Count == 1 ? "has" : "have";
            var rest = extra.Count > 0 ? have + " not" : have;
            findings.Report(
                rule,
                odd,
                $"this line {difference} {Words.Count(usual.Value.Count, "other line")} {rest}{(count > 1 ? $" ({count:N0} lines are like this one)" : "")}; OpenAI has refused files whose lines differ in their keys");
        }

        private static string Names(List<string> keys) =>
            string.Join(" and ", keys.Take(Shown)) + (keys.Count > Shown ? $" and {keys.Count - Shown:N0} more" : "");
    }
}
