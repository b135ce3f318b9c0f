using System.Text.Json;

namespace FineTune.Emulator.State;

/// <summary>An answer of the Responses API.</summary>
internal sealed record StoredResponse : IStored
{
    public required string Id { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The response as it was sent.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The items that it answers, those of the responses before it among them.</summary>
    public required JsonElement Input { get; init; }
}
