using System.ClientModel;
using FineTune.Core.Findings;

namespace FineTune.Providers.OpenAI;

/// <summary>One request.</summary>
/// <param name="What">What it does, for messages: <c>create the job</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the base address, with query.</param>
/// <param name="Refusal">The rule that a plain refusal (400, 404, 409, 413, 422) reports.</param>
internal sealed record HttpCall(string What, string Method, string Path, Rule Refusal)
{
    /// <summary>The body; null for none.</summary>
    public BinaryContent? Body { get; init; }

    /// <summary>Content type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether it may be sent again when its outcome is not known.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Longest time for one try, body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);
}
