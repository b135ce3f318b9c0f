using System.Text.Json;

namespace FineTune.Core.Scoring;

/// <summary>Makes a grader of its JSON, which was checked before.</summary>
internal static class GraderReader
{
    /// <summary>The grader; null where it needs a model or runs a program.</summary>
    public static Grader? Read(JsonElement grader) => Text(grader, "type") switch
    {
        "string_check" => new StringCheckGrader(Text(grader, "input"), Text(grader, "reference"), Text(grader, "operation")),
        "text_similarity" when Text(grader, "evaluation_metric") is not TextSimilarityGrader.NeedsModel and var metric =>
            new TextSimilarityGrader(Text(grader, "input"), Text(grader, "reference"), metric),
        "multi" => ReadMulti(grader),
        _ => null,
    };

    private static MultiGrader? ReadMulti(JsonElement multi)
    {
        var graders = new Dictionary<string, Grader>(StringComparer.Ordinal);
        foreach (var (name, inner) in Inside(multi.GetProperty("graders")))
        {
            if (Read(inner) is not { } grader)
            {
                return null;
            }
            graders.TryAdd(name, grader);
        }
        return new MultiGrader(graders, Text(multi, "calculate_output"));
    }

    // The API takes a mapping by name; its description has one grader there, its example a list.
    private static IEnumerable<(string Name, JsonElement Grader)> Inside(JsonElement graders) => graders.ValueKind switch
    {
        JsonValueKind.Array => graders.EnumerateArray().Select(grader => (Text(grader, "name"), grader)),
        JsonValueKind.Object when graders.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String => [(Text(graders, "name"), graders)],
        _ => graders.EnumerateObject().Select(named => (named.Name, named.Value)),
    };

    private static string Text(JsonElement grader, string name) => grader.GetProperty(name).ToString();
}
