using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest;
using FineTune.Core.Manifest.Reading;

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
    /// <exception cref="ReleaseError">FT0010, FT8017: there is none, or one that a key must not be sent to.</exception>
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
    /// <param name="source">Where it comes from, to be shown in its place: no value of a variable is ever printed.</param>
    /// <exception cref="ReleaseError">FT8017: no address, or one that a key must not be sent to.</exception>
    public static HostAddress Parse(string text, string? source = null)
    {
        if (Endpoint.Problem(text) is { } problem)
        {
            throw Refused($"the endpoint {(source is null ? "" : source + " ")}{problem}");
        }
        var uri = new Uri(text.Trim());
        return new HostAddress(uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/"), Endpoint.IsOnThisMachine(uri));
    }

    /// <inheritdoc/>
    public override string ToString() => Uri.AbsoluteUri;

    private static ReleaseError Refused(string message) => new(ReleaseRules.EndpointRefused, message, ExitCode.Usage);
}
