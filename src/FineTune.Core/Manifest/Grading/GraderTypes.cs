using static FineTune.Core.Manifest.Grading.GraderFieldKind;

namespace FineTune.Core.Manifest.Grading;

/// <summary>The graders of the API and their fields. Source: openai/openai-openapi at f85dbe2 (2026-08-21), schemas Grader*.</summary>
internal static class GraderTypes
{
    /// <summary>The type that is used inside of <c>multi</c> only.</summary>
    public const string OnlyInside = "label_model";

    /// <summary>The type that holds others.</summary>
    public const string Multi = "multi";

    public static IReadOnlyDictionary<string, GraderField[]> All { get; } = new Dictionary<string, GraderField[]>(StringComparer.Ordinal)
    {
        ["string_check"] = [Name, new("operation", Text, true, "eq", "ne", "like", "ilike"), new("input", Template, true), new("reference", Template, true)],
        ["text_similarity"] =
        [
            Name, new("evaluation_metric", Text, true, "cosine", "fuzzy_match", "bleu", "gleu", "meteor", "rouge_1", "rouge_2", "rouge_3", "rouge_4", "rouge_5", "rouge_l"),
            new("input", Template, true), new("reference", Template, true), new("pass_threshold", Free, false),
        ],
        ["python"] = [Name, new("source", Python, true), new("image_tag", Text, false), new("pass_threshold", Free, false)],
        ["score_model"] =
        [
            Name, new("model", Text, true), new("input", Messages, true), new("range", GraderFieldKind.Range, false), new("sampling_params", Free, false), new("pass_threshold", Free, false),
        ],
        [OnlyInside] = [Name, new("model", Text, true), new("input", Messages, true), new("labels", Texts, true), new("passing_labels", Texts, true)],
        [Multi] = [Name, new("graders", Graders, true), new("calculate_output", Formula, true)],
    };

    private static GraderField Name => new("name", Text, true);
}
