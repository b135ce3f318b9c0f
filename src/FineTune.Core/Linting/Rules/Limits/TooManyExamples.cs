using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3003: more examples than the host takes.</summary>
internal sealed class TooManyExamples() : DatasetRule("FT3003", "too-many-examples", Severity.Error, "More examples than the host takes")
{
    internal override bool OncePerFile => true;

    public override bool AppliesTo(DatasetScope scope) => MostOf(scope) is not null;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private static long? MostOf(DatasetScope scope)
    {
        var limits = scope.Profile.Limits;
        return (scope.Role, scope.Method) switch
        {
            (DatasetRole.Training, TuningMethod.Reinforcement) => limits.MaxReinforcementExamples ?? limits.MaxExamples,
            (DatasetRole.Training, _) => limits.MaxExamples,
            (_, TuningMethod.Reinforcement) => limits.MaxReinforcementValidationExamples ?? limits.MaxValidationExamples,
            _ => limits.MaxValidationExamples,
        };
    }

    private sealed class Check(TooManyExamples rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (MostOf(findings.Scope) is { } most && findings.Examples > most)
            {
                findings.Report(rule, $"the {findings.Scope.Role.Name()} data has {Amount.Of(findings.Examples, "example")}; {findings.Scope.Profile.Title} takes no more than {most:N0}");
            }
        }
    }
}
