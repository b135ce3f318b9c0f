using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>Words for values in messages.</summary>
internal static class ValueWords
{
    /// <summary>The kind of a value with its article, for example <c>a number</c>.</summary>
    public static string Of(Example example, int node) => example.Node(node).Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        _ => "a boolean",
    };
}
