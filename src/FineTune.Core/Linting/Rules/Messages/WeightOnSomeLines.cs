using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Linting.Rules.Messages;

/// <summary>FT2020 for a whole dataset: some lines have a weight and some have none, where the host wants it on all or on none.</summary>
internal sealed class WeightOnSomeLines() : DatasetRule(WeightInvalid.Rule)
{
    public override bool AppliesTo(DatasetScope scope) => scope.Profile.Weights.Sample is { OnAllLines: true };

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(WeightOnSomeLines rule) : DatasetCheck
    {
        private readonly KeySets sets = new();

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Format != ExampleFormat.Unknown)
            {
                sets.Add(facts, file);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var (with, without) = (new List<KeySet>(), new List<KeySet>());
            foreach (var set in sets.InOrder)
            {
                (findings.KeysOf(set.First).Contains("weight") ? with : without).Add(set);
            }
            if (with.Count > 0 && without.Count > 0)
            {
                findings.Report(
                    rule,
                    without[0].First,
                    $"this line has no \"weight\" ({Amount.Of(without.Sum(set => set.Count), "line")} without, {Amount.Of(with.Sum(set => set.Count), "line")} with one); {findings.Scope.Profile.Title} wants it on every line or on none");
            }
        }
    }
}
