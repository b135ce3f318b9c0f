using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace FineTune.Emulator.Http;

/// <summary>Reads the JSON object that a request must send.</summary>
internal static class JsonBody
{
    private const int MostBytes = 32 * 1024 * 1024;

    public static async Task<Outcome<JsonElement>> ReadAsync(Call call)
    {
        if (!IsJson(call.Request.ContentType))
        {
            return Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "Invalid Content-Type header, expected application/json.");
        }
        if (await ReadBytesAsync(call) is not { } bytes)
        {
            return Refusal.Of(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MostBytes} bytes.");
        }
        try
        {
            var sound = Utf8.IsValid(bytes) && IsSound(bytes);
            using var document = JsonDocument.Parse(bytes);
            return !sound ? NotJson()
                : document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone()
                : Refusal.BadRequest("The body of the request must be a JSON object.");
        }
        catch (JsonException)
        {
            return NotJson();
        }
    }

    private static JsonAnswer NotJson() => Refusal.BadRequest(
        "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)");

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]?> ReadBytesAsync(Call call)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await call.Request.Body.ReadAsync(chunk, call.Cancellation)) > 0)
        {
            if (buffer.Length + read > MostBytes)
            {
                return null;
            }
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    // Half of a surrogate pair and a key that is there twice both parse, and throw only when they are used.
    private static bool IsSound(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var keys = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        keys.Push(new HashSet<string>(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.EndObject:
                        keys.Pop();
                        break;
                    case JsonTokenType.PropertyName when !keys.Peek().Add(reader.GetString()!):
                        return false;
                    case JsonTokenType.String when reader.ValueIsEscaped:
                        _ = reader.GetString();
                        break;
                    default:
                        break;
                }
            }
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
