using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.NearDuplicates;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4002: an example is nearly an earlier one; judged only on request.</summary>
internal sealed class NearDuplicate() : DatasetRule("FT4002", "near-duplicate", Severity.Info, "Two examples are almost the same")
{
    public override bool AppliesTo(DatasetScope scope) => scope.Deep;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(NearDuplicate rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var search = new NearDuplicateSearch(findings.Files, index);
            foreach (var pair in search.Within())
            {
                findings.Report(
                    rule,
                    index[pair.Example].Place,
                    () => $"this example is {pair.Jaccard:P0} like {findings.Name(index[pair.Other].Place, index[pair.Example].Place.File)} ({NearDuplicateSettings.Described})");
            }
            if (search.IsCutShort || index.Count > NearDuplicateSettings.MostExamples)
            {
                findings.Report(
                    rule,
                    $"not all near duplicates were looked for: the first {NearDuplicateSettings.MostExamples:N0} examples and {NearDuplicateSettings.MostPairs:N0} pairs are compared, and there are more");
            }
        }
    }
}
