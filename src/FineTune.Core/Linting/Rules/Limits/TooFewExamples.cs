using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3001: fewer training examples than the host takes.</summary>
internal sealed class TooFewExamples() : DatasetRule("FT3001", "too-few-examples", Severity.Error, "Fewer training examples than the host takes")
{
    public static TooFewExamples Rule { get; } = new();

    internal override bool OncePerFile => true;

    /// <summary>The fewest training examples of a scope; 1 where the host names no number.</summary>
    public static int Least(DatasetScope scope) =>
        (scope.Method == TuningMethod.Reinforcement ? scope.Profile.Limits.MinReinforcementExamples : null) ?? scope.Profile.Limits.MinExamples ?? 1;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(TooFewExamples rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var least = Least(findings.Scope);
            if (findings.Examples > 0 && findings.Examples < least)
            {
                findings.Report(rule, $"the training data has {Amount.Of(findings.Examples, "example")}; {findings.Scope.Profile.Title} takes no fewer than {least:N0}");
            }
        }
    }
}
