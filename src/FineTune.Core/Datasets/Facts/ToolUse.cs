namespace FineTune.Core.Datasets.Facts;

/// <summary>What an example does with the tools that it offers.</summary>
/// <param name="Called">Hashes of the names that are called, each once; null for no call.</param>
/// <param name="Declines">Whether an answer right after a user's message calls none.</param>
internal readonly record struct ToolUse(ulong[]? Called, bool Declines);
