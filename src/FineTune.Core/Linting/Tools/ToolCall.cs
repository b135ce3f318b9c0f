namespace FineTune.Core.Linting.Tools;

/// <summary>A call of a tool, in the new form or the old.</summary>
/// <param name="Name">The tool's name; empty where it has none.</param>
/// <param name="NameNode">Node of the name; -1 where it has none.</param>
/// <param name="Arguments">Node of the arguments; -1 where it has none.</param>
internal readonly record struct ToolCall(string Name, int NameNode, int Arguments);
