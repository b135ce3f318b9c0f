using System.Text;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Http;

/// <summary>Server-sent events.</summary>
/// <param name="Events">Each with its name, or with none.</param>
/// <param name="EndsWithDone">Whether the last line says that it is over, as in chat completions.</param>
internal sealed record EventStreamAnswer(IReadOnlyList<(string? Name, JsonNode Body)> Events, bool EndsWithDone) : Answer(StatusCodes.Status200OK)
{
    /// <summary>The chunks of a chat completion.</summary>
    public static EventStreamAnswer OfChunks(IEnumerable<JsonNode> chunks) => new([.. chunks.Select(chunk => ((string?)null, chunk))], EndsWithDone: true);

    protected override async Task SendBodyAsync(HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        foreach (var (name, body) in Events)
        {
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(name is null ? "data: " : $"event: {name}\ndata: "), cancellation);
            await response.Body.WriteAsync(JsonAnswer.Bytes(body), cancellation);
            await response.Body.WriteAsync("\n\n"u8.ToArray(), cancellation);
            await response.Body.FlushAsync(cancellation);
        }
        if (EndsWithDone)
        {
            await response.Body.WriteAsync("data: [DONE]\n\n"u8.ToArray(), cancellation);
        }
    }
}
