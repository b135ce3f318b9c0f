using FineTune.Emulator.State;
using Microsoft.AspNetCore.Http.Features;

namespace FineTune.Emulator.Http;

/// <summary>One request to a route.</summary>
internal sealed class Call(HttpContext context, bool azure)
{
    public HttpRequest Request => context.Request;

    public CancellationToken Cancellation => context.RequestAborted;

    /// <summary>Whether it came through the Azure view.</summary>
    public bool Azure => azure;

    /// <summary>The fault that is played meanwhile; null for none.</summary>
    public FaultRule? Fault => context.Features.Get<FaultRule>();

    /// <summary>Whether a body came with it, of known length or in chunks.</summary>
    public bool HasBody => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? false;

    /// <summary>A value of the path; slashes that the client escaped are slashes again.</summary>
    public string Route(string name) =>
        (context.Request.RouteValues[name] as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A value of the query; null where it is missing or empty.</summary>
    public string? Query(string name) => context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;
}
