using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
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
        private readonly KeySets sets = new();

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Format == ExampleFormat.Chat)
            {
                sets.Add(facts, file);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (sets.Count < 2)
            {
                return;
            }
            var usual = sets.Usual;
            var others = Known(findings, usual.First);
            foreach (var (odd, count) in sets.InOrder.Where(set => set != usual).Take(MostCompared))
            {
                var mine = Known(findings, odd);
                var extra = mine.Except(others).Except(NullsOf(findings, usual.First)).Select(SafeText.Quote).ToList();
                var missing = others.Except(mine).Except(NullsOf(findings, odd)).Select(SafeText.Quote).ToList();
                if (extra.Count + missing.Count > 0 && !IsSaidElsewhere(findings, odd, extra, missing))
                {
                    Report(findings, odd, count, usual.Count, extra, missing);
                    return;
                }
            }
        }

        private void Report(DatasetFindings findings, ExamplePlace odd, long count, long usual, List<string> extra, List<string> missing)
        {
            var others = Amount.Of(usual, "other line has", "other lines have");
            var difference = extra.Count > 0 ? $"has {Names(extra)}, which {others} not" : $"lacks {Names(missing)}, which {others}";
            var alike = count > 1 ? $" ({count:N0} lines are like this one)" : "";
            var hosts = findings.Scope.Profile.Name is "openai" or "generic" ? "OpenAI has" : "hosts have";
            findings.Report(
                rule,
                odd,
                $"this line {difference}{alike}; {hosts} refused files whose lines differ in their keys");
        }

        private static string Names(List<string> keys) =>
            string.Join(" and ", keys.Take(Shown)) + InWords.More(keys.Count - Shown);

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
                ? findings.Scope.Profile.Reinforcement.FieldsExpected && findings.KeysOf(odd).All(findings.Scope.Profile.KnowsKey)
                : missing is ["\"tools\""] && findings.Scope.Profile.Tools.MustBeDeclared && new ToolCalls(example).MoveNext();
        }

        /// <summary>The keys that an example has as null: FT2039 says it, and they differ from no line.</summary>
        private static List<string> NullsOf(DatasetFindings findings, ExamplePlace place) =>
            findings.ReadAgain(place) is { } example ? [.. example.Tape.LeftOut.Select(example.Show)] : [];

        /// <summary>The keys of an example that no other rule reports: those of a conversation, or of a reinforcement example any, without a weight that FT2020 wants on all lines.</summary>
        private static List<string> Known(DatasetFindings findings, ExamplePlace place)
        {
            var (profile, mayHaveAny) = (findings.Scope.Profile, findings.Scope.Method == TuningMethod.Reinforcement);
            return [.. findings.KeysOf(place).Where(key => (mayHaveAny || profile.KnowsKey(key)) && !(key == "weight" && profile.Weights.Sample is { OnAllLines: true }))];
        }
    }
}
