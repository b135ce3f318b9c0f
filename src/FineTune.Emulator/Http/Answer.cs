namespace FineTune.Emulator.Http;

/// <summary>What a request is answered with; made before anything is sent, so that it can be noted, held back or broken.</summary>
internal abstract record Answer(int Status)
{
    /// <summary>Seconds after which the client should try again; null for no such header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Sends the answer.</summary>
    public async Task SendAsync(HttpResponse response, CancellationToken cancellation)
    {
        response.StatusCode = Status;
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString();
        }
        await SendBodyAsync(response, cancellation);
    }

    /// <summary>The answer as what came of reading a request.</summary>
    public Outcome<T> As<T>() => new(default, this);

    protected abstract Task SendBodyAsync(HttpResponse response, CancellationToken cancellation);
}
