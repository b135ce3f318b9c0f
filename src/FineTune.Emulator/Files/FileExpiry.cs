using System.Globalization;
using System.Text.Json;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Files;

/// <summary>How long a file is kept: <c>expires_after</c>, 1 hour to 30 days after its creation.</summary>
internal static class FileExpiry
{
    private const long Least = 3_600;
    private const long Most = 2_592_000;

    /// <summary>Reads the seconds from the fields of a form; null where there are none.</summary>
    public static Outcome<long?> Read(IReadOnlyDictionary<string, string> fields)
    {
        if (!fields.TryGetValue("expires_after[seconds]", out var text) && !fields.ContainsKey("expires_after[anchor]"))
        {
            return new Outcome<long?>(null, null);
        }
        var known = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return Check(fields.GetValueOrDefault("expires_after[anchor]"), known ? seconds : null);
    }

    /// <summary>Reads the seconds from a JSON body; null where there are none.</summary>
    public static Outcome<long?> Read(JsonElement body)
    {
        if (!body.TryGetProperty("expires_after", out var expiry) || expiry.ValueKind == JsonValueKind.Null)
        {
            return new Outcome<long?>(null, null);
        }
        var isObject = expiry.ValueKind == JsonValueKind.Object;
        var anchor = isObject && expiry.TryGetProperty("anchor", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        var known = isObject && expiry.TryGetProperty("seconds", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out _);
        return Check(anchor, known ? expiry.GetProperty("seconds").GetInt64() : null);
    }

    private static Outcome<long?> Check(string? anchor, long? seconds) => anchor == "created_at" && seconds is >= Least and <= Most
        ? new Outcome<long?>(seconds, null)
        : Refusal.BadRequest($"Invalid 'expires_after': anchor must be created_at and seconds from {Least} to {Most}.", "expires_after", "invalid_value");
}
