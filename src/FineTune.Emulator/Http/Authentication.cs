using System.Net;

namespace FineTune.Emulator.Http;

/// <summary>Any key will do, but there must be one; and only names of this machine may be asked for.</summary>
internal static class Authentication
{
    public static Answer? Check(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
        {
            // A page in a browser can make its own name point here; its requests then carry that name.
            return Refusal.Of(StatusCodes.Status421MisdirectedRequest, "The emulator answers for localhost only.");
        }
        return HasKey(request) || request.Path.StartsWithSegments("/_emulator") ? null : Refusal.Of(
            StatusCodes.Status401Unauthorized,
            "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).");
    }

    private static bool HasKey(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && authorization.AsSpan(7).Trim().Length > 0)
            || !string.IsNullOrWhiteSpace(request.Headers["api-key"]);
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
