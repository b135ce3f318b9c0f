namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>A secret in a line: its kind and its place, never its value.</summary>
/// <param name="Name">What it is, with its article.</param>
/// <param name="Start">Offset of its first byte in the line.</param>
/// <param name="End">Offset after its last byte.</param>
internal readonly record struct FoundSecret(string Name, int Start, int End);
