using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Words for JSON values.</summary>
internal static class JsonWords
{
    /// <summary>The value where it is short, else its kind: <c>"kelvin"</c>, <c>12</c>, <c>an object</c>.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => SafeText.Quote(value.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => value.GetRawText() is { Length: <= 40 } text ? text : "a number",
    };
}
