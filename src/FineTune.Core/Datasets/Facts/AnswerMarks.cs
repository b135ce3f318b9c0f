namespace FineTune.Core.Datasets.Facts;

/// <summary>What an answer may have that is seen without reading it.</summary>
[Flags]
internal enum AnswerMarks : byte
{
    None = 0,

    List = 1,

    Emphasis = 2,

    Code = 4,

    Lines = 8,

    EndsWithQuestion = 16,

    EndsWithExclamation = 32,

    /// <summary>Ends as a sentence does.</summary>
    IsFinished = 64,
}
