namespace FineTune.Core.Findings;

/// <summary>A stretch of a text file; the end is the position after the last character.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The position after the last character.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    /// <summary>The start of a file, for findings about the file as a whole.</summary>
    public static TextRange FileStart { get; } = new(TextPosition.Start, TextPosition.Start);
}
