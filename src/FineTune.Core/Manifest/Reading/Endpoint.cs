using System.Net;
using System.Text.RegularExpressions;

namespace FineTune.Core.Manifest.Reading;

/// <summary>What the address of a provider must be: asked of it as written, and again on release when its variables are filled in.</summary>
internal static partial class Endpoint
{
    /// <summary>What is wrong with an address as the manifest has it, where <c>${NAME}</c> stands for any text; null where nothing is.</summary>
    public static string? ProblemAsWritten(string address) =>
        address.StartsWith("${", StringComparison.Ordinal) ? null : Problem(Variable().Replace(address, "x"));

    /// <summary>What is wrong with an address, as the end of a sentence about it that does not show it; null where it is fine.</summary>
    public static string? Problem(string address)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
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
        return uri.Scheme == "http" && !IsOnThisMachine(uri) ? "is not encrypted; http is allowed to this machine only, use https" : null;
    }

    /// <summary>Whether an address leads to this machine. A name is never resolved to find out: what "localhost" means is fixed, other names are somebody's to change.</summary>
    public static bool IsOnThisMachine(Uri uri) =>
        uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}")]
    private static partial Regex Variable();
}
