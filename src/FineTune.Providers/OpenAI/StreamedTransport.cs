using System.ClientModel.Primitives;

namespace FineTune.Providers.OpenAI;

/// <summary>Tells <see cref="AnswerLimit"/> which answers are read as they come instead of whole.</summary>
internal sealed class StreamedTransport(HttpClient client) : HttpClientPipelineTransport(client)
{
    protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest)
    {
        if (!message.BufferResponse)
        {
            httpRequest.Options.Set(AnswerLimit.Streamed, true);
        }
        base.OnSendingRequest(message, httpRequest);
    }
}
