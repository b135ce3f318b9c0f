namespace FineTune.Core.Tokenization;

/// <summary>How an encoding cuts text into pieces, inside which alone bytes are merged to tokens.</summary>
internal unsafe interface ISplitRules
{
    /// <summary>Whether a word ends where lower case turns to upper case, and takes a contraction with it.</summary>
    public static abstract bool WordsHaveCase { get; }

    /// <summary>End of the piece that starts at a position; right for any text, where the scanner's short cuts are for ASCII.</summary>
    /// <param name="classes">Character classes.</param>
    /// <param name="text">UTF-8.</param>
    /// <param name="start">Where the piece starts, before <paramref name="end"/>.</param>
    /// <param name="end">Where the text ends; nothing behind it is read.</param>
    public static abstract int PieceEnd(CharacterClasses classes, byte* text, int start, int end);
}
