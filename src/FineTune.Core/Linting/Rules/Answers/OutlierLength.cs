using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4012: an example is far longer than the rest.</summary>
internal sealed class OutlierLength() : DatasetRule("FT4012", "outlier-length", Severity.Info, "An example is far longer than the rest")
{
    private const int Times = 5;

    /// <summary>Of fewer examples the longest is the 99th percentile.</summary>
    private const int FewestExamples = 100;

    /// <summary>Shorter texts are no burden, however short the rest is.</summary>
    private const int ShortestBytes = 4000;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(OutlierLength rule) : DatasetCheck
    {
        private readonly LengthHistogram lengths = new();

        private readonly PriorityQueue<(ExamplePlace Place, int Bytes), int> longest = new();

        public override void Observe(in ExampleFacts facts, int file)
        {
            lengths.Add(facts.TextBytes);
            if (facts.TextBytes >= ShortestBytes)
            {
                longest.Enqueue((new ExamplePlace(file, facts.Offset), facts.TextBytes), facts.TextBytes);
                if (longest.Count > FindingLimit.PerRuleAndFile)
                {
                    longest.Dequeue();
                }
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (lengths.Count < FewestExamples)
            {
                return;
            }
            var usual = lengths.Percentile(0.99);
            foreach (var ((place, bytes), _) in longest.UnorderedItems.Where(item => item.Element.Bytes > (long)usual * Times).OrderBy(item => (item.Element.Place.File, item.Element.Place.Offset)))
            {
                findings.Report(rule, place, $"the texts of this example have {bytes:N0} bytes, those of 99 % of the examples at most {usual:N0}; is it one example?");
            }
        }
    }
}
