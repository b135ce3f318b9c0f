using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4005: more than one in twenty answers refuses; said once, at the first.</summary>
internal sealed class Refusals() : DatasetRule("FT4005", "refusals", Severity.Warning, "Many answers refuse")
{
    internal override bool OncePerFile => true;

    private const double Most = 0.05;

    /// <summary>One or two refusals are no share, however few the examples are.</summary>
    private const int Fewest = 3;

    public override bool AppliesTo(DatasetScope scope) =>
        scope.Role == DatasetRole.Training && scope.Method is TuningMethod.Supervised or TuningMethod.Completion;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(Refusals rule) : DatasetCheck
    {
        private long answers;

        private long refusals;

        private ExamplePlace first;

        public override void Observe(in ExampleFacts facts, int file)
        {
            answers += facts.Answered.Form == AnswerForm.None ? 0 : 1;
            if (facts.Answered.IsRefusal && refusals++ == 0)
            {
                first = new ExamplePlace(file, facts.Offset);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (refusals >= Fewest && refusals > answers * Most)
            {
                findings.Report(
                    rule,
                    first,
                    LastAnswer.In,
                    $"{refusals:N0} of {Amount.Of(answers, "answer")} refuse ({(double)refusals / answers:P0}), this one first; the model will refuse as often: keep those that are meant, at most {Most:P0}");
            }
        }
    }
}
