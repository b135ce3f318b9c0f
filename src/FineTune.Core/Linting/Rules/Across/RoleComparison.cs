using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>Holds the validation data of a model against its training data.</summary>
internal static class RoleComparison
{
    /// <summary>What the two show together.</summary>
    public static IReadOnlyList<Finding> Of(StudiedDataset training, StudiedDataset validation)
    {
        var across = new DatasetFindings(validation.Scope, validation.Files, validation.Report);
        ValidationOverlap.Rule.Check(training, validation, across);
        ValidationNearOverlap.Rule.Check(training, validation, across);
        ValidationMissingTools.Rule.Check(training, validation, across);
        SplitLeakByGroup.Rule.Check(training, validation, across);
        across.Finish();
        return across.All;
    }
}
