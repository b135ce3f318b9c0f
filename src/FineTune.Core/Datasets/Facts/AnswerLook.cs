namespace FineTune.Core.Datasets.Facts;

/// <summary>How an answer looks, whatever it says.</summary>
/// <param name="Length">Bytes of its text as it stands in the line.</param>
/// <param name="Marks">What it has.</param>
/// <param name="Opening">Hash of its first two words; 0 for fewer.</param>
internal readonly record struct AnswerLook(int Length, AnswerMarks Marks, ulong Opening);
