namespace FineTune.Providers.OpenAI;

/// <summary>Reads each answer whole before it is passed on, up to a size, so that neither half an answer nor an endless one gets further.</summary>
internal sealed class AnswerLimit : DelegatingHandler
{
    private const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Marks a request whose good answer is read as it comes: a file, which may be larger.</summary>
    public static readonly HttpRequestOptionsKey<bool> Streamed = new(nameof(Streamed));

    /// <summary>A handler of loopback or of the internet: proxies are for the latter only.</summary>
    public static AnswerLimit Over(bool loopback) => new()
    {
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // a redirect would carry the key to another address
            UseCookies = false,
            UseProxy = !loopback,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.Zero, // a request on a reused connection may be sent twice by the handler itself
        },
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && request.Options.TryGetValue(Streamed, out var streamed) && streamed)
        {
            return response;
        }
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBytes).WaitAsync(cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
