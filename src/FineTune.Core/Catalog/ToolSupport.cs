namespace FineTune.Core.Catalog;

/// <summary>What a host takes of tools in training data.</summary>
public sealed record ToolSupport
{
    /// <summary>Whether data may have tools at all.</summary>
    public required bool Offered { get; init; }

    /// <summary>Whether a call's arguments may be an object instead of a JSON string.</summary>
    public required bool ObjectArguments { get; init; }

    /// <summary>Whether the calls of the last message may lack an ID.</summary>
    public required bool LastCallNeedsNoId { get; init; }

    /// <summary>Regular expression of a call ID; null for any.</summary>
    public string? CallIdPattern { get; init; }

    /// <summary>Whether a called tool must be declared in <c>tools</c>.</summary>
    public required bool MustBeDeclared { get; init; }
}
