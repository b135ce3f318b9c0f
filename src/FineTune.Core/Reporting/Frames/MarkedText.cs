namespace FineTune.Core.Reporting.Frames;

/// <summary>A piece of a line with a marked part in it.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Start">Index of the first marked character.</param>
/// <param name="End">Index after the last marked character.</param>
internal readonly record struct MarkedText(string Text, int Start, int End);
