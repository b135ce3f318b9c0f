using System.Text.Json.Nodes;

namespace FineTune.Emulator.Http;

/// <summary>Server-sent events, ended as the API ends them.</summary>
internal sealed record EventStreamAnswer(IReadOnlyList<JsonNode> Events) : Answer(StatusCodes.Status200OK)
{
    protected override async Task SendBodyAsync(HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        foreach (var body in Events)
        {
            await response.Body.WriteAsync("data: "u8.ToArray(), cancellation);
            await response.Body.WriteAsync(JsonAnswer.Bytes(body), cancellation);
            await response.Body.WriteAsync("\n\n"u8.ToArray(), cancellation);
            await response.Body.FlushAsync(cancellation);
        }
        await response.Body.WriteAsync("data: [DONE]\n\n"u8.ToArray(), cancellation);
    }
}
