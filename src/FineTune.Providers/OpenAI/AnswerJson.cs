using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Providers.OpenAI;

/// <summary>Reads answers that may lack any field, or have it as null or as something else.</summary>
internal static class AnswerJson
{
    private const int LongestText = 2000;

    /// <summary>A field that is an object.</summary>
    public static JsonElement? Object(this JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>The elements of a field that is an array; none otherwise.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>A field that is a string and not empty.</summary>
    public static string? Text(this JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.String } value && value.SafeString() is { Length: > 0 } text ? text : null;

    /// <summary>A field that is a string, cut and made safe to print.</summary>
    public static string? SafeLine(this JsonElement element, string name) =>
        element.Text(name) is { } text ? SafeText.Clean(text.Cut(LongestText)) : null;

    /// <summary>A field that is a whole number.</summary>
    public static long? Whole(this JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.Number } value
            ? value.TryGetInt64(out var whole) ? whole : value.TryGetDouble(out var number) && number is > -9e15 and < 9e15 ? (long)number : null
            : null;

    /// <summary>A field that is a finite number.</summary>
    public static double? Number(this JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A field that is true.</summary>
    public static bool IsTrue(this JsonElement element, string name) => Field(element, name) is { ValueKind: JsonValueKind.True };

    /// <summary>A field in Unix seconds, from 2001 to 2286.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Whole(name) is { } seconds and > 1_000_000_000 and < 10_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The first characters of a text.</summary>
    public static string Cut(this string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…");

    private static JsonElement? Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    // GetString throws on a lone surrogate escape.
    private static string? SafeString(this JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
