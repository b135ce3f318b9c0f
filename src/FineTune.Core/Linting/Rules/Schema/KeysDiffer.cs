using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Tools;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2005: lines have different keys, for example tools on some only; said once, at the first line that differs.</summary>
internal sealed class KeysDiffer() : DatasetRule("FT2005", "keys-differ-between-lines", Severity.Warning, "Lines have different top-level keys")
{
    private const int Shown = 5;

    public override bool AppliesTo(DatasetScope scope) =>
        scope.Method is TuningMethod.Supervised or TuningMethod.Reinforcement && !DeadFormat.Is(scope, ExampleFormat.Chat);

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private const int MostCompared = 20;

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
            var others = Known(findings, usual.Value.First);
            foreach (var (odd, count) in sets.Where(set => set.Key != usual.Key).Select(set => set.Value).OrderBy(set => (set.First.File, set.First.Offset)).Take(MostCompared))
            {
                var mine = Known(findings, odd);
                var (extra, missing) = (mine.Except(others).Select(SafeText.Quote).ToList(), others.Except(mine).Select(SafeText.Quote).ToList());
                if (extra.Count + missing.Count > 0 && !IsSaidElsewhere(findings, odd, extra, missing))
                {
                    Report(findings, odd, count, usual.Value.Count, extra, missing);
                    return;
                }
            }
        }

        private void Report(DatasetFindings findings, ExamplePlace odd, long count, long usual, List<string> extra, List<string> missing)
        {
            var difference = extra.Count > 0 ? $"has {Names(extra)}, which" : $"lacks {Names(missing)}, which";
            var have = usual == 1 ? "has" : "have";
            var rest = extra.Count > 0 ? have + " not" : have;
            findings.Report(
                rule,
                odd,
                $"this line {difference} {Words.Count(usual, "other line")} {rest}{(count > 1 ? $" ({count:N0} lines are like this one)" : "")}; {(findings.Scope.Profile.Name is "openai" or "generic" ? "OpenAI has" : "hosts have")} refused files whose lines differ in their keys");
        }

        private static string Names(List<string> keys) =>
            string.Join(" and ", keys.Take(Shown)) + (keys.Count > Shown ? $" and {keys.Count - Shown:N0} more" : "");

        /// <summary>Whether another rule names what the line has or lacks: FT2031 the older form of tools, FT2024 a wrong value, FT2029 tools that are called, FT2032 a field to compare with.</summary>
        private static bool IsSaidElsewhere(DatasetFindings findings, ExamplePlace odd, List<string> extra, List<string> missing)
        {
            if (extra is ["\"functions\""])
            {
                return true;
            }
            if (findings.ReadAgain(odd) is not { } example)
            {
                return false;
            }
            if (extra is ["\"parallel_tool_calls\""])
            {
                return example.Find(0, "parallel_tool_calls"u8) is >= 0 and var node && example.Node(node).Kind is not (JsonKind.True or JsonKind.False);
            }
            if (extra.Count > 0)
            {
                return false;
            }
            return findings.Scope.Method == TuningMethod.Reinforcement
                ? findings.Scope.Profile.Reinforcement.FieldsExpected && findings.KeysOf(odd).All(findings.Scope.Profile.TopLevelKeys.Contains)
                : missing is ["\"tools\""] && findings.Scope.Profile.Tools.MustBeDeclared && new ToolCalls(example).MoveNext();
        }

        /// <summary>The keys of an example that FT2004 does not report already: those of a conversation, or of a reinforcement example any.</summary>
        private static List<string> Known(DatasetFindings findings, ExamplePlace place) =>
            [.. findings.KeysOf(place).Where(key => findings.Scope.Method == TuningMethod.Reinforcement || findings.Scope.Profile.TopLevelKeys.Contains(key))];
    }
}
