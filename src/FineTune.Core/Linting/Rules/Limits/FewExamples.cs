using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3002: enough examples for the host, but few to learn from.</summary>
internal sealed class FewExamples() : DatasetRule("FT3002", "few-examples", Severity.Info, "Few training examples")
{
    internal override bool OncePerFile => true;

    public override bool AppliesTo(DatasetScope scope) => scope.Role == DatasetRole.Training && scope.Profile.Limits.RecommendedExamples is not null;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(FewExamples rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var recommended = findings.Scope.Profile.Limits.RecommendedExamples!.Value;
            if (findings.Examples >= TooFewExamples.Least(findings.Scope) && findings.Examples < recommended)
            {
                findings.Report(rule, $"the training data has {Amount.Of(findings.Examples, "example")}; improvements show from about {recommended:N0} on");
            }
        }
    }
}
