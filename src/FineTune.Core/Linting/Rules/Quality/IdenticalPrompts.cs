using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4010: all examples have the same prompt, or all the same answer.</summary>
internal sealed class IdenticalPrompts() : DatasetRule("FT4010", "identical-prompts", Severity.Warning, "All prompts, or all answers, are the same")
{
    internal override bool OncePerFile => true;

    private const int FewestExamples = 3;

    public static IdenticalPrompts Rule { get; } = new();

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this, scope.Method);

    /// <summary>Whether all contexts are the same, which is this rule's to say where it is on.</summary>
    public static bool HasOneContext(DatasetIndex index)
    {
        for (var i = 1; i < index.Count; i++)
        {
            if (index[i].Context != index[0].Context)
            {
                return false;
            }
        }
        return index.Count >= FewestExamples && index[0].Context != 0;
    }

    private sealed class Check(IdenticalPrompts rule, TuningMethod method) : DatasetCheck
    {
        private long examples;

        private ulong context;

        private ulong answer;

        private ulong target;

        private bool sameContext = true;

        private bool sameAnswer = true;

        private bool sameTarget = true;

        public override void Observe(in ExampleFacts facts, int file)
        {
            if (examples++ == 0)
            {
                (context, answer, target) = (facts.Context, facts.Answer, facts.Target);
            }
            sameContext &= facts.Context == context && context != 0;
            // "You're welcome" at the end of many talks is none: what was answered before differs.
            sameAnswer &= facts.Answer == answer && answer != 0 && facts.Answered.Form != AnswerForm.None && facts.Answered.IsOnlyOne;
            sameTarget &= facts.Target == target;
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            // Wholly equal examples are FT4001.
            if (examples < FewestExamples || (sameContext && sameTarget) || !(sameContext || sameAnswer))
            {
                return;
            }
            findings.Report(rule, sameContext
                ? $"all {examples:N0} examples have the same prompt, word for word, {Consequence}"
                : $"all {examples:N0} examples {(method == TuningMethod.Dpo ? "prefer" : "have")} the same answer, word for word; the model will learn to say it to everything");
        }

        private string Consequence => method switch
        {
            TuningMethod.Dpo => "and different pairs of answers; the model learns about this one prompt alone",
            TuningMethod.Reinforcement => "and are graded by different values; one prompt has nothing by which the model could tell them apart",
            _ => "and different answers; nothing tells the model which one to give",
        };
    }
}
