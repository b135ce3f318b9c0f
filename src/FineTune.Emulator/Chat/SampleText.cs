using System.Text.Json;

namespace FineTune.Emulator.Chat;

/// <summary>A text for a JSON Schema: the answer's own, cut or filled to its length, or one in the format that is asked for.</summary>
internal static class SampleText
{
    private const int Longest = 100_000;

    public static string Of(JsonElement schema, string text)
    {
        var format = schema.TryGetProperty("format", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        var said = format switch
        {
            "date-time" => "2026-01-01T00:00:00Z",
            "date" => "2026-01-01",
            "time" => "00:00:00Z",
            "duration" => "P1D",
            "email" => "someone@example.com",
            "hostname" => "example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "uuid" => "00000000-0000-4000-8000-000000000000",
            "uri" => "https://example.com/",
            _ => text,
        };
        var most = Length(schema, "maxLength") ?? Longest;
        var least = Length(schema, "minLength") ?? 0;
        if (said.Length > most)
        {
            said = said[..(most > 0 && char.IsHighSurrogate(said[most - 1]) ? most - 1 : most)];
        }
        return said.PadRight(least, '-');
    }

    private static int? Length(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var length) ? (int)Math.Min(length.GetDouble(), Longest) : null;
}
