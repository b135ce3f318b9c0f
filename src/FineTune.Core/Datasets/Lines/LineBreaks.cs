namespace FineTune.Core.Datasets.Lines;

/// <summary>How an answer breaks its lines.</summary>
[Flags]
internal enum LineBreaks : byte
{
    None = 0,

    /// <summary>A line break stands inside.</summary>
    Real = 1,

    /// <summary>A backslash and an <c>n</c> stand there as text.</summary>
    Literal = 2,

    /// <summary>The text is prose that was escaped once too often.</summary>
    EscapedTwice = 4,

    /// <summary>So are its quotes.</summary>
    QuoteEscapedTwice = 8,
}
