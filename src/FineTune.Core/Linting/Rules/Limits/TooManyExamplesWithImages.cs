using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Limits;

/// <summary>FT3006 for a whole file: more examples with images than the host takes.</summary>
internal sealed class TooManyExamplesWithImages() : DatasetRule(TooManyImages.Rule)
{
    public override bool AppliesTo(DatasetScope scope) => scope.Profile.Images.MaxExamplesWithImages is not null;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(TooManyExamplesWithImages rule) : DatasetCheck
    {
        private long count;

        public override void Observe(in ExampleFacts facts, int file) => count += facts.HasImages ? 1 : 0;

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (count > findings.Scope.Profile.Images.MaxExamplesWithImages)
            {
                findings.Report(rule, $"{Amount.Of(count, "example")} have images; {findings.Scope.Profile.Title} takes no more than {findings.Scope.Profile.Images.MaxExamplesWithImages:N0}");
            }
        }
    }
}
