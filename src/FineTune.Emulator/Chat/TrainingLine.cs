using System.Text.Json;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>A line of a training file, in any of the formats.</summary>
internal static class TrainingLine
{
    /// <summary>Parses a line; null for one that cannot be read.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The messages of a line; of a preference the preferred answer counts.</summary>
    public static List<JsonElement> Messages(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            return [];
        }
        if (BodyFields.Text(BodyFields.Value(line, "prompt")) is { } prompt && BodyFields.Text(BodyFields.Value(line, "completion")) is { } completion)
        {
            return [Message("user", prompt), Message("assistant", completion)];
        }
        return BodyFields.Value(line, "input") is { ValueKind: JsonValueKind.Object } input
            ? [.. List(input, "messages"), .. List(line, "preferred_output")]
            : List(line, "messages");
    }

    /// <summary>Whether a message is an answer to train on.</summary>
    public static bool IsTrained(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && BodyFields.Text(BodyFields.Value(message, "role")) == "assistant"
        && !(BodyFields.Value(message, "weight") is { ValueKind: JsonValueKind.Number } weight && weight.TryGetDouble(out var number) && number == 0);

    private static List<JsonElement> List(JsonElement parent, string name) =>
        BodyFields.Value(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static JsonElement Message(string role, string text)
    {
        var content = JsonEncodedText.Encode(text).ToString();
        using var document = JsonDocument.Parse($"{{\"role\":\"{role}\",\"content\":\"{content}\"}}");
        return document.RootElement.Clone();
    }
}
