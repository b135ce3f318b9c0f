using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;
using OpenAI.FineTuning;

namespace FineTune.Providers.OpenAI;

/// <summary>
/// The one place that talks HTTP: the OpenAI package's own pipeline carries the requests, answers are read as JSON here,
/// because the package's types know neither errors nor dates of a job and fail on statuses and fields that hosts leave out.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private const int ShortestSecret = 16;
    private const int MostReads = 3;
    private readonly WireSettings settings;
    private readonly HttpClient http;
    private readonly SemaphoreSlim gate = new(1, 1);
    private FineTuningClient? client;
    private ApiKeyCredential? credential;

    public Wire(WireSettings settings)
    {
        this.settings = settings;
        http = new HttpClient(AnswerLimit.Over(settings.Address.IsLoopback)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whether an answer said that it is the emulator's.</summary>
    public bool IsEmulated { get; private set; }

    /// <summary>Sends and reads the answer as JSON.</summary>
    /// <exception cref="ReleaseError">Every way in which that can fail.</exception>
    public async Task<JsonElement> SendAsync(HttpCall call, CancellationToken cancellation)
    {
        var answer = await SendOnceAsync(call, cancellation).ConfigureAwait(false);
        if (answer.Status == 401 && settings.Key is { CanRenew: true })
        {
            await RenewAsync(cancellation).ConfigureAwait(false);
            answer = await SendOnceAsync(call, cancellation).ConfigureAwait(false);
        }
        return answer.Status is >= 200 and < 300
            ? Parse(call, answer.Text)
            : throw WireErrors.OfAnswer(settings.Title, call, answer.Status, answer.Text, answer.RetryAfter);
    }

    /// <summary>Sends, and lets a good answer be read as it comes, however long it is; again from the start where it breaks off.</summary>
    /// <exception cref="ReleaseError">Every way in which that can fail.</exception>
    public async Task<T> ReadAsync<T>(HttpCall call, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation)
        where T : struct
    {
        for (var reads = 1; ; reads++)
        {
            try
            {
                var (answer, result) = await ReadOnceAsync(call, read, cancellation).ConfigureAwait(false);
                if (answer.Status == 401 && settings.Key is { CanRenew: true } && reads == 1)
                {
                    await RenewAsync(cancellation).ConfigureAwait(false);
                    continue;
                }
                return result ?? throw WireErrors.OfAnswer(settings.Title, call, answer.Status, answer.Text, answer.RetryAfter);
            }
            catch (ReleaseError error) when (error is { Passing: true, Status: null } && reads < MostReads)
            {
                await settings.Clock.Pause(TimeSpan.FromSeconds(reads), cancellation).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        gate.Dispose();
        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    private async Task<WireAnswer> SendOnceAsync(HttpCall call, CancellationToken cancellation)
    {
        var client = await ClientAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Inside the try: the package's message can throw when it is disposed after a time-out.
            using var message = Message(client, call, cancellation);
            await client.Pipeline.SendAsync(message).ConfigureAwait(false);
            return Answer(message);
        }
        catch (Exception error) when (error is not ReleaseError)
        {
            cancellation.ThrowIfCancellationRequested();
            throw WireErrors.OfFailure(settings.Title, call, error);
        }
    }

    private async Task<(WireAnswer Answer, T? Result)> ReadOnceAsync<T>(HttpCall call, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation)
        where T : struct
    {
        var client = await ClientAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var message = Message(client, call, cancellation);
            message.BufferResponse = false;
            await client.Pipeline.SendAsync(message).ConfigureAwait(false);
            var response = message.Response!;
            if (response.Status is >= 200 and < 300)
            {
                var result = await read(response.ContentStream!, cancellation).ConfigureAwait(false);
                return (new WireAnswer(response.Status, "", null), result);
            }
            await response.BufferContentAsync(cancellation).ConfigureAwait(false);
            return (Answer(message), null);
        }
        catch (Exception error) when (error is not ReleaseError)
        {
            cancellation.ThrowIfCancellationRequested();
            throw WireErrors.OfFailure(settings.Title, call, error);
        }
    }

    private WireAnswer Answer(PipelineMessage message)
    {
        var response = message.Response!;
        response.Headers.TryGetValue("Retry-After", out var retryAfter);
        IsEmulated |= response.Headers.TryGetValue("x-finetune-emulated", out var emulated) && emulated == "true";
        return new WireAnswer(response.Status, Masked(message.Request, response.Content.ToMemory().Span), RetryAfter.Read(retryAfter, settings.Clock.Time));
    }

    private PipelineMessage Message(FineTuningClient client, HttpCall call, CancellationToken cancellation)
    {
        var message = client.Pipeline.CreateMessage();
        message.Request.Method = call.Method;
        message.Request.Uri = new Uri(settings.Address.Uri, call.Path);
        message.Request.Headers.Set("Accept", "application/json");
        message.NetworkTimeout = settings.Timeout is { } shorter && shorter < call.Timeout ? shorter : call.Timeout;
        message.Apply(new RequestOptions { CancellationToken = cancellation });
        if (call.Body is { } body)
        {
            message.Request.Content = body;
            message.Request.Headers.Set("Content-Type", call.ContentType);
        }
        if (call.Repeatable)
        {
            CarefulRetry.Allow(message);
        }
        return message;
    }

    // A host that echoes in an answer the key or token that it was sent must not bring it into a message, an event or the lock.
    // A word that a local server takes for a key is no secret, and may be part of an ID.
    private string Masked(PipelineRequest request, ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        return request.Headers.TryGetValue(settings.KeyHeader ?? "Authorization", out var header) && header?.Split(' ')[^1] is { Length: >= ShortestSecret } secret
            ? text.Replace(secret, "***", StringComparison.Ordinal)
            : text;
    }

    private JsonElement Parse(HttpCall call, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new ReleaseError(ReleaseRules.AnswerNotUnderstood, $"{settings.Title} answered something that is not JSON when asked to {call.What}")
            {
                OutcomeUnknown = true,
                Passing = true,
            };
        }
    }

    private async Task<FineTuningClient> ClientAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return client ??= await ConnectAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<FineTuningClient> ConnectAsync(CancellationToken cancellation)
    {
        var options = new FineTuningClientOptions
        {
            Endpoint = settings.Address.Uri,
            OrganizationId = settings.Organization,
            ProjectId = settings.Project,
            UserAgentApplicationId = "FineTune.Build",
            RetryPolicy = new CarefulRetry(settings.Clock),
            Transport = new StreamedTransport(http),
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        if (settings.Authentication is { } policy)
        {
            return new FineTuningClient(policy, options);
        }
        credential = new ApiKeyCredential(await settings.Key!.ReadAsync(cancellation).ConfigureAwait(false));
        return settings.KeyHeader is { } header
            ? new FineTuningClient(ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(credential, header), options)
            : new FineTuningClient(credential, options);
    }

    private async Task RenewAsync(CancellationToken cancellation) =>
        credential!.Update(await settings.Key!.ReadAsync(cancellation).ConfigureAwait(false));

    private sealed record WireAnswer(int Status, string Text, TimeSpan? RetryAfter);
}
