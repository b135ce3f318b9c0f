namespace FineTune.Core.Linting.Tools;

/// <summary>What is wrong with a declared tool.</summary>
/// <param name="Node">The offending value, relative to the node of the list.</param>
/// <param name="Message">What is wrong.</param>
internal readonly record struct ToolFault(int Node, string Message);
