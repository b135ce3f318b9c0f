using System.Globalization;
using System.Text.Json;

namespace FineTune.Emulator.Http;

/// <summary>How the API refuses a parameter.</summary>
internal static class ParameterRefusal
{
    public static Answer Unknown(string name) =>
        Refusal.BadRequest($"Unknown parameter: '{Shown(name)}'.", Shown(name), "unknown_parameter");

    public static Answer Missing(string name) =>
        Refusal.BadRequest($"Missing required parameter: '{name}'.", name, "missing_required_parameter");

    public static Answer WrongType(string name, string expected, JsonElement value) =>
        Refusal.BadRequest($"Invalid type for '{name}': expected {expected}, but got {TypeOf(value)} instead.", name, "invalid_type");

    public static Answer WrongValue(string name, string value, IEnumerable<string> words) =>
        Refusal.BadRequest($"Invalid value: '{Shown(value)}'. Supported values are: {string.Join(", ", words.Select(word => $"'{word}'"))}.", name, "invalid_value");

    public static Answer Below(Parameter parameter, JsonElement value) => Refusal.BadRequest(
        $"Invalid '{parameter.Name}': {Kind(parameter)} below minimum value. Expected a value >= {Number(parameter.Min)}, but got {Shown(value.GetRawText())} instead.",
        parameter.Name,
        $"{Kind(parameter)}_below_min_value");

    public static Answer Above(Parameter parameter, JsonElement value) => Refusal.BadRequest(
        $"Invalid '{parameter.Name}': {Kind(parameter)} above maximum value. Expected a value <= {Number(parameter.Max)}, but got {Shown(value.GetRawText())} instead.",
        parameter.Name,
        $"{Kind(parameter)}_above_max_value");

    public static Answer TooLong(string name, string what, int most, int length) => Refusal.BadRequest(
        $"Invalid '{name}': {what} too long. Expected {(what == "array" ? "an array" : "a string")} with maximum length {most}, but got one with length {length} instead.",
        name,
        $"{what}_above_max_length");

    public static Answer Empty(string name) => Refusal.BadRequest(
        $"Invalid '{name}': empty array. Expected an array with minimum length 1, but got an empty array instead.", name, "empty_array");

    public static Answer Wrong(string name, string message) => Refusal.BadRequest(message, name, "invalid_value");

    /// <summary>A part of the API that the emulator does not play.</summary>
    public static Answer Unplayed(string name, string? why = null) => Refusal.BadRequest(
        $"The emulator does not play '{name}'{(why is null ? "" : $": {why}")}.", name, UnplayedCode);

    /// <summary>The code of every refusal of what the API has and the emulator does not.</summary>
    public const string UnplayedCode = "not_emulated";

    private static string Kind(Parameter parameter) => parameter.Kind == ParameterKind.Whole ? "integer" : "decimal";

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Shown(string text) => text.Length > 64 ? text[..64] : text;

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "an integer" : "a decimal",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
