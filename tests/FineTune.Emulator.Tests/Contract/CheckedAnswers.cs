using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests.Contract;

/// <summary>Holds every answer that goes through against the description.</summary>
internal sealed class CheckedAnswers(ApiDescription description) : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>What did not fit.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Operations whose answer was checked, as method and route.</summary>
    public HashSet<string> Checked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath)["/v1".Length..];
        if (path.EndsWith("/content", StringComparison.Ordinal))
        {
            return response;
        }
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            foreach (var line in text.Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)))
            {
                Check(JsonNode.Parse(line["data: ".Length..]), description.Schema("CreateChatCompletionStreamResponse"), "stream " + path);
            }
        }
        else
        {
            var schema = response.StatusCode == HttpStatusCode.OK
                ? description.SchemaOf(request.Method.Method, path)
                : description.Schema("ErrorResponse");
            Check(JsonNode.Parse(text), schema.ShouldNotBeNull($"{request.Method} {path}"), $"{request.Method} {path} {(int)response.StatusCode}");
        }
        return response;
    }

    private void Check(JsonNode? value, JsonNode schema, string what)
    {
        Checked.Add(what);
        Faults.AddRange(description.Faults(value, schema).Select(fault => $"{what} {fault}"));
    }
}
