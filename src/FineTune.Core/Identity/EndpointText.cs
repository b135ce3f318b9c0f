namespace FineTune.Core.Identity;

/// <summary>An address as it may stand in a lock.</summary>
internal static class EndpointText
{
    /// <summary>The address without user, query and fragment, which can carry keys; <c>${NAME}</c> stays as it is.</summary>
    public static string? WithoutSecrets(string? endpoint)
    {
        if (endpoint is null)
        {
            return null;
        }

        var end = endpoint.AsSpan().IndexOfAny('?', '#');
        var address = end < 0 ? endpoint : endpoint[..end];
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? 0 : scheme + 3;
        var path = address.IndexOf('/', host);
        var user = address.AsSpan(host, (path < 0 ? address.Length : path) - host).LastIndexOf('@');
        return user < 0 ? address : address.Remove(host, user + 1);
    }
}
