using System.Text.Json.Nodes;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>YAML as the JSON that is sent to a host.</summary>
internal static class YamlJson
{
    public static JsonObject Of(YamlMapping mapping) =>
        new(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Of(entry.Value))));

    public static JsonArray Of(YamlSequence list) => new([.. list.Items.Select(Of)]);

    public static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMapping mapping => Of(mapping),
        YamlSequence list => Of(list),
        YamlScalar { IsNull: true } => null,
        YamlScalar { Flag: { } flag } => JsonValue.Create(flag),
        YamlScalar { Whole: { } whole } => JsonValue.Create(whole),
        YamlScalar { Number: { } number } => JsonValue.Create(number),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };
}
