using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Http;

/// <summary>An answer in JSON.</summary>
internal sealed record JsonAnswer(int Status, JsonNode Body) : Answer(Status)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer that says the request was fine.</summary>
    public static JsonAnswer Ok(JsonNode body) => new(StatusCodes.Status200OK, body);

    /// <summary>JSON as it is sent.</summary>
    public static ReadOnlyMemory<byte> Bytes(JsonNode body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            body.WriteTo(writer);
        }
        return buffer.WrittenMemory;
    }

    protected override async Task SendBodyAsync(HttpResponse response, CancellationToken cancellation)
    {
        var bytes = Bytes(Body);
        response.ContentType = "application/json";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, cancellation);
    }
}
