namespace FineTune.Core.Findings;

/// <summary>Where a value of the manifest is written.</summary>
/// <param name="Path">Absolute path of the file: with <c>extends</c> not always the same one.</param>
/// <param name="Range">The YAML node.</param>
internal readonly record struct SourceSpan(string Path, TextRange Range);
