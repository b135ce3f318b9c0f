namespace FineTune.Core.Catalog;

/// <summary>What a host takes of tools in training data.</summary>
internal sealed record ToolSupport
{
    /// <summary>Whether data may have tools at all.</summary>
    public required bool Offered { get; init; }

    /// <summary>Whether a call's arguments may be an object instead of a JSON string.</summary>
    public required bool ObjectArguments { get; init; }

    /// <summary>Whether the calls of the last message may lack an ID.</summary>
    public required bool LastCallNeedsNoId { get; init; }

    /// <summary>Whether calls may lack ID and type everywhere, and results the ID of their call: they are paired by their order.</summary>
    public bool CallsMayLackId { get; init; }

    /// <summary>Whether an example must not end with a call.</summary>
    public bool NoCallAtEnd { get; init; }

    /// <summary>Whether the assistant must speak after the results of its calls, before anybody else does.</summary>
    public bool AnswerFollowsResults { get; init; }

    /// <summary>Whether a message that calls a tool must have content all the same, null or empty.</summary>
    public bool CallsNeedContent { get; init; }

    /// <summary>Whether the list of tools, and a tool's parameters, may be a string that holds the JSON.</summary>
    public bool TextTools { get; init; }

    /// <summary>What speaks against tools in the host's own format, where its documents disagree; null for nothing.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether a list of tools that is a string is read as JSON, so that one which is none stops the run.</summary>
    public bool ReadsTextTools { get; init; }

    /// <summary>Regular expression of a call ID; null for any.</summary>
    public string? CallIdPattern { get; init; }

    /// <summary>Whether a called tool must be declared in <c>tools</c>.</summary>
    public required bool MustBeDeclared { get; init; }
}
