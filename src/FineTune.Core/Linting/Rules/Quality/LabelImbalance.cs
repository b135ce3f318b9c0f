using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Answers;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4011: the answers are a few labels, and nearly all are the same one.</summary>
internal sealed class LabelImbalance() : DatasetRule("FT4011", "label-imbalance", Severity.Info, "One label has nearly all examples")
{
    internal override bool OncePerFile => true;

    private const double Most = 0.9;

    private const int FewestAnswers = 10;

    private const int MostLabels = 20;

    private const int LongestLabelBytes = 60;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(LabelImbalance rule) : DatasetCheck
    {
        private readonly Dictionary<ulong, (long Count, ExamplePlace First)> labels = [];

        private bool isProse;

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (isProse || facts.Answered.Form == AnswerForm.None)
            {
                return;
            }
            var known = labels.TryGetValue(facts.Answer, out var label) ? label : (0, new ExamplePlace(file, facts.Offset));
            labels[facts.Answer] = (known.Item1 + 1, known.Item2);
            isProse = labels.Count > MostLabels || facts.Answered.Bytes > LongestLabelBytes;
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var answers = labels.Values.Sum(label => label.Count);
            if (isProse || labels.Count < 2 || answers < FewestAnswers)
            {
                return;
            }
            var (count, first) = labels.Values.MaxBy(label => label.Count);
            if (count > answers * Most)
            {
                findings.Report(
                    rule,
                    first,
                    LastAnswer.In,
                    $"{count:N0} of {answers:N0} answers are this label, the other {Amount.Of(labels.Count - 1, "label has", "labels have")} {answers - count:N0}; a model that always says the first is nearly always right and has learnt nothing");
            }
        }
    }
}
