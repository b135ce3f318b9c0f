using System.Text.RegularExpressions;

namespace FineTune.Core.Manifest;

/// <summary>Checks the address of a provider: as written, and again on release when its variables are filled in.</summary>
internal static partial class Endpoint
{
    /// <summary>What is wrong with an address, as the end of a sentence about it; null where it is fine.</summary>
    /// <param name="address">The address; <c>${NAME}</c> stands for any text.</param>
    public static string? Problem(string address)
    {
        if (address.StartsWith("${", StringComparison.Ordinal))
        {
            return null;
        }
        var filled = Variable().Replace(address, "x");
        if (!Uri.TryCreate(filled, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            return "is no address; it must start with https://";
        }
        if (uri.UserInfo.Length > 0)
        {
            return "has a user or password in it; name a variable at \"api_key_env\" instead";
        }
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "has a part after \"?\" or \"#\"; it must be the base address alone";
        }
        return uri.Scheme == "http" && !uri.IsLoopback ? "is not encrypted; http is allowed to this machine only, use https" : null;
    }

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}")]
    private static partial Regex Variable();
}
