using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FineTune.Core.Linting.Judging;

/// <summary>The fields of an example that a grader's templates read: the <c>x</c> of <c>{{item.x}}</c>.</summary>
internal static partial class GraderFields
{
    /// <summary>The names, in the order in which they are met.</summary>
    public static IReadOnlyList<string> Of(JsonObject? grader)
    {
        var names = new List<string>();
        foreach (var text in Texts(grader))
        {
            foreach (Match match in Template().Matches(text))
            {
                if (!names.Contains(match.Groups[1].Value))
                {
                    names.Add(match.Groups[1].Value);
                }
            }
        }
        return names;
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Texts(entry.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"\{\{\s*item\.([A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Template();
}
