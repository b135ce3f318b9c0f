namespace FineTune.Core.Linting.Signals;

/// <summary>A mark that was found.</summary>
/// <param name="Kind">What it hints at.</param>
/// <param name="Start">Byte offset of the mark in the line.</param>
internal readonly record struct Signal(SignalKind Kind, int Start);
