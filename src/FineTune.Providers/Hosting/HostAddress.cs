using System.Net;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.Hosting;

/// <summary>Where a host is: https anywhere, plain http on this machine only.</summary>
internal sealed record HostAddress
{
    private HostAddress(Uri uri, bool isLoopback) => (Uri, IsLoopback) = (uri, isLoopback);

    /// <summary>Base address, ending with <c>/</c>.</summary>
    public Uri Uri { get; }

    /// <summary>Whether it is on this machine.</summary>
    public bool IsLoopback { get; }

    /// <summary>The address of a provider: the manifest's, else the variable's, else the profile's.</summary>
    /// <exception cref="ReleaseError">FT0010, FT8005: there is none, or one that a key must not be sent to.</exception>
    public static HostAddress Of(ProviderSettings provider, string? variable, string? fallback, Func<string, string?> variables)
    {
        if (provider.Endpoint is { } written)
        {
            return Parse(VariableText.Expand(written, variables), SafeText.Quote(written.Value));
        }
        var set = variable is null ? null : variables(variable);
        return !string.IsNullOrWhiteSpace(set) ? Parse(set, $"of the environment variable {variable}") : fallback is not null ? Parse(fallback)
            : throw Refused($"the provider {SafeText.Quote(provider.Name)} has no address: set endpoint in the manifest{(variable is null ? "" : $", or {variable}")}");
    }

    /// <summary>Checks an address.</summary>
    /// <param name="text">The address.</param>
    /// <param name="source">Where it comes from, to be shown in its place: no value of a variable is ever printed. Null for one that may be shown.</param>
    /// <exception cref="ReleaseError">FT8005: no address, or one that a key must not be sent to.</exception>
    public static HostAddress Parse(string text, string? source = null)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            throw Refused($"the endpoint {source ?? SafeText.Quote(text)} is not an http(s) address");
        }
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Refused($"the endpoint {source ?? $"on {SafeText.Quote(uri.Host)}"} has a user, a query or a fragment; it must be a base address alone");
        }
        var loopback = IsOnThisMachine(uri);
        if (uri.Scheme == "http" && !loopback)
        {
            throw Refused($"the endpoint {source ?? SafeText.Quote(uri.AbsoluteUri)} is plain http; a key is sent over https only, except to this machine");
        }
        return new HostAddress(uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/"), loopback);
    }

    /// <inheritdoc/>
    public override string ToString() => Uri.AbsoluteUri;

    // A name is never resolved to find out: what "localhost" means is fixed, other names are somebody's to change.
    private static bool IsOnThisMachine(Uri uri) =>
        uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static ReleaseError Refused(string message) => new(ReleaseRules.Unreachable, message, ExitCode.Usage);
}
