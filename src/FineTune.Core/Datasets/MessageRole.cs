namespace FineTune.Core.Datasets;

/// <summary>Who speaks.</summary>
internal enum MessageRole : byte
{
    /// <summary>No role, or one that no host knows, or not a string.</summary>
    Unknown,
    System,
    Developer,
    User,
    Assistant,
    Tool,
    Function,
}
