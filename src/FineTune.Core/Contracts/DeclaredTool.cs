namespace FineTune.Core.Contracts;

/// <summary>A tool that an example declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">The JSON of its declaration in the form of chat completions.</param>
/// <param name="Key">What all declarations of the same value have in common.</param>
internal sealed record DeclaredTool(string Name, byte[] Text, UInt128 Key);
