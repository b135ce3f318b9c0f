using System.Text.Json;

namespace FineTune.Emulator.Http;

/// <summary>Holds the parameters of a request against a table of those that there are.</summary>
internal static class ParameterCheck
{
    /// <summary>The refusal of the first that is wrong; null where all are fine.</summary>
    public static Answer? Find(JsonElement body, IReadOnlyDictionary<string, Parameter> known)
    {
        foreach (var given in body.EnumerateObject())
        {
            if (!known.TryGetValue(given.Name, out var parameter))
            {
                return ParameterRefusal.Unknown(given.Name);
            }
            if (given.Value.ValueKind != JsonValueKind.Null && Check(parameter, given.Value) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    /// <summary>A table by name.</summary>
    public static IReadOnlyDictionary<string, Parameter> Table(params Parameter[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);

    private static Answer? Check(Parameter parameter, JsonElement value) => parameter switch
    {
        { Unplayed: true } => value.ValueKind == JsonValueKind.False ? null : ParameterRefusal.Unplayed(parameter.Name),
        { Kind: ParameterKind.Text } => CheckText(parameter, value),
        { Kind: ParameterKind.Whole } => value.ValueKind == JsonValueKind.Number && IsWhole(value)
            ? CheckRange(parameter, value)
            : ParameterRefusal.WrongType(parameter.Name, "an integer", value),
        { Kind: ParameterKind.Number } => value.ValueKind == JsonValueKind.Number
            ? CheckRange(parameter, value)
            : ParameterRefusal.WrongType(parameter.Name, "a decimal", value),
        { Kind: ParameterKind.Flag } => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? null
            : ParameterRefusal.WrongType(parameter.Name, "a boolean", value),
        { Kind: ParameterKind.Object } => value.ValueKind == JsonValueKind.Object ? null : ParameterRefusal.WrongType(parameter.Name, "an object", value),
        { Kind: ParameterKind.List } => CheckList(parameter, value),
        _ => null,
    };

    private static Answer? CheckText(Parameter parameter, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return ParameterRefusal.WrongType(parameter.Name, "a string", value);
        }
        var text = value.GetString()!;
        return parameter.Words.Count > 0 && !parameter.Words.Contains(text) ? ParameterRefusal.WrongValue(parameter.Name, text, parameter.Words)
            : text.Length > parameter.MostLength ? ParameterRefusal.TooLong(parameter.Name, "string", parameter.MostLength.Value, text.Length)
            : null;
    }

    private static Answer? CheckList(Parameter parameter, JsonElement value) =>
        value.ValueKind != JsonValueKind.Array ? ParameterRefusal.WrongType(parameter.Name, "an array", value)
        : value.GetArrayLength() > parameter.MostLength ? ParameterRefusal.TooLong(parameter.Name, "array", parameter.MostLength.Value, value.GetArrayLength())
        : null;

    private static Answer? CheckRange(Parameter parameter, JsonElement value)
    {
        // A number too large for a double is infinite here, and so above any maximum.
        var number = value.GetDouble();
        return number < parameter.Min ? ParameterRefusal.Below(parameter, value)
            : number > (parameter.Max ?? long.MaxValue) ? ParameterRefusal.Above(parameter with { Max = parameter.Max ?? long.MaxValue }, value)
            : null;
    }

    private static bool IsWhole(JsonElement value) => value.TryGetInt64(out _) || (value.GetDouble() is var number && Math.Floor(number) == number);
}
