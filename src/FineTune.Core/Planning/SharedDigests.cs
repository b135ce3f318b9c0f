using FineTune.Core.Findings;

namespace FineTune.Core.Planning;

/// <summary>FT0004: two models that would be the same training, which a release could not tell apart.</summary>
internal static class SharedDigests
{
    private static readonly Rule Rule = new("FT0004", "manifest-value", Severity.Error, "A value of the manifest is missing or wrong");

    /// <summary>One finding for each model that repeats an earlier one.</summary>
    public static IReadOnlyList<Finding> Find(Plan plan) =>
    [
        .. plan.Models.Where(model => model.Digest is not null)
            .GroupBy(model => model.Digest)
            .SelectMany(group => group.Skip(1).Select(model => Finding.Of(Rule, model.Model.Where.Path, model.Model.Where.Range,
                $"{model.Name} would be the same training as {group.First().Name}: same data, settings and suffix; give it a suffix of its own, or use the other model"))),
    ];
}
