using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4008: a heap of answers at one length, all in the middle of a sentence: they were generated with a cap.</summary>
internal sealed class TruncatedAnswers() : DatasetRule("FT4008", "truncated-answers", Severity.Warning, "Many answers stop in the middle of a sentence at one length")
{
    internal override bool OncePerFile => true;

    private const int Fewest = 10;

    private const double LeastShare = 0.05;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(TruncatedAnswers rule) : DatasetCheck
    {
        private readonly OpenLengths open = new();

        private long answers;

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (facts.Answered.Form == AnswerForm.None)
            {
                return;
            }
            answers++;
            if (facts.Answered.OpenLength > 0)
            {
                open.Add(facts.Answered.OpenLength, new ExamplePlace(file, facts.Offset), facts.Answer);
            }
            else
            {
                open.AddClosed(facts.Answered.Bytes, facts.Answered.IsFinished);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (open.Count < Fewest || open.Heap(Math.Max(Fewest, (long)Math.Ceiling(answers * LeastShare))) is not { } heap)
            {
                return;
            }
            var length = heap.From == heap.To ? $"at {heap.To:N0} characters" : $"between {heap.From:N0} and {heap.To:N0} characters";
            findings.Report(
                rule,
                heap.First,
                LastAnswer.In,
                $"{heap.Count:N0} of {answers:N0} answers stop in the middle of a sentence {length}, this one first; they were cut by a cap on the length, and the model will learn to stop there");
        }
    }
}
