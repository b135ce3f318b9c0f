using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting;

/// <summary>What several JSON reports write alike.</summary>
internal static class JsonParts
{
    /// <summary>An object by its name.</summary>
    public static void WriteObject(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    /// <summary>A list of texts.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }

    /// <summary>A text where there is one.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>A number, or null.</summary>
    public static void WriteNullable(this Utf8JsonWriter json, string name, int? value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value?.ToString() ?? "null");
    }

    /// <summary>A place in a file.</summary>
    public static void WritePosition(this Utf8JsonWriter json, string name, TextPosition position) => json.WriteObject(name, () =>
    {
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
    });
}
