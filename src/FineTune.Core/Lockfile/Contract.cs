namespace FineTune.Core.Lockfile;

/// <summary>How a model must be asked, since its training examples asked it so: what they have in common before the conversation.</summary>
public sealed record Contract
{
    /// <summary>The system or developer text that at least nine in ten training examples begin with; null where they share none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>
    /// Every declared tool that has one definition throughout, as the text of a JSON array in the form of chat completions; null for none.
    /// It is text, since the order of its members is part of what the model has seen.
    /// </summary>
    public string? Tools { get; init; }

    /// <summary>The response format as the text of a JSON object in the form of chat completions; null for none.</summary>
    public string? ResponseFormat { get; init; }

    /// <summary>The file beside the lock that holds all of it, where it is too large for the lock; null where it stands here.</summary>
    public ContractFile? File { get; init; }

    /// <summary>Whether the examples have nothing in common.</summary>
    internal bool IsEmpty => SystemPrompt is null && Tools is null && ResponseFormat is null && File is null;
}
