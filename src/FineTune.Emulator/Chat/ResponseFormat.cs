using System.Text.Json;
using FineTune.Core.Linting.JsonSchemas;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>The form that an answer must have: text, any JSON object, or JSON that matches a schema.</summary>
/// <param name="IsJson">Whether it must be JSON.</param>
/// <param name="Schema">What the JSON must match; null for any object.</param>
internal sealed record ResponseFormat(bool IsJson, JsonElement? Schema)
{
    private const int LongestName = 64;
    private const int LongestSchema = 100_000;

    public static ResponseFormat PlainText { get; } = new(false, null);

    /// <summary>Reads the format of a request.</summary>
    /// <param name="format">The value of the parameter; null where it is missing.</param>
    /// <param name="param">The parameter's name.</param>
    /// <param name="inside">Where the name and the schema stand: a key of the format, or the format itself.</param>
    public static Outcome<ResponseFormat> Read(JsonElement? format, string param, string? inside)
    {
        if (format is not { } given)
        {
            return PlainText;
        }
        if (given.ValueKind != JsonValueKind.Object)
        {
            return ParameterRefusal.WrongType(param, "an object", given).As<ResponseFormat>();
        }
        var type = BodyFields.Text(BodyFields.Value(given, "type"));
        return type switch
        {
            "text" => PlainText,
            "json_object" => new ResponseFormat(true, null),
            "json_schema" => inside is null ? ReadSchema(given, param) : ReadSchema(BodyFields.Value(given, inside), $"{param}.{inside}"),
            null => ParameterRefusal.Missing($"{param}.type").As<ResponseFormat>(),
            _ => ParameterRefusal.WrongValue($"{param}.type", type, ["text", "json_object", "json_schema"]).As<ResponseFormat>(),
        };
    }

    private static Outcome<ResponseFormat> ReadSchema(JsonElement? settings, string param)
    {
        if (settings is not { ValueKind: JsonValueKind.Object } given)
        {
            return ParameterRefusal.Missing(param).As<ResponseFormat>();
        }
        if (BodyFields.Text(BodyFields.Value(given, "name")) is not { } name)
        {
            return ParameterRefusal.Missing($"{param}.name").As<ResponseFormat>();
        }
        if (name.Length is 0 or > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            return ParameterRefusal.Wrong($"{param}.name", $"Invalid '{param}.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$', of at most {LongestName} characters.").As<ResponseFormat>();
        }
        if (BodyFields.Value(given, "schema") is not { } schema)
        {
            return new ResponseFormat(true, null);
        }
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return ParameterRefusal.WrongType($"{param}.schema", "an object", schema).As<ResponseFormat>();
        }
        if (schema.GetRawText().Length is > LongestSchema and var length)
        {
            return ParameterRefusal.TooLong($"{param}.schema", "string", LongestSchema, length).As<ResponseFormat>();
        }
        return JsonSchema.TryRead(schema, out _, out var fault)
            ? new ResponseFormat(true, schema.Clone())
            : ParameterRefusal.Wrong($"{param}.schema", $"Invalid schema for response_format '{name}': {fault}.").As<ResponseFormat>();
    }
}
