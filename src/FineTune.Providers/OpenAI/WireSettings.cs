using System.ClientModel.Primitives;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>How a host is reached.</summary>
/// <param name="Title">The host's name for people.</param>
/// <param name="Address">Its base address.</param>
/// <param name="Clock">Pauses between tries go by it.</param>
internal sealed record WireSettings(string Title, HostAddress Address, Clock Clock)
{
    /// <summary>Where the key comes from; null with <see cref="Authentication"/>.</summary>
    public KeySource? Key { get; init; }

    /// <summary>Header of the key; null for <c>Authorization: Bearer</c>.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>Another way to authenticate; null for a key.</summary>
    public AuthenticationPolicy? Authentication { get; init; }

    /// <summary><c>OpenAI-Organization</c> header; null for none.</summary>
    public string? Organization { get; init; }

    /// <summary><c>OpenAI-Project</c> header; null for none.</summary>
    public string? Project { get; init; }

    /// <summary>Longest time for one try of any call; null for each call's own.</summary>
    public TimeSpan? Timeout { get; init; }
}
