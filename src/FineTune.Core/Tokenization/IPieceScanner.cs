namespace FineTune.Core.Tokenization;

/// <summary>Cuts text into pieces by the rules of an encoding.</summary>
internal unsafe interface IPieceScanner
{
    /// <summary>Bytes behind the start of a piece that <see cref="Fill"/> reads, whatever the text's length.</summary>
    public const int Reach = 64;

    /// <summary>Fills an empty batch and gives where it stopped: at or behind <paramref name="stop"/>, or where the batch was full.</summary>
    /// <param name="batch">Takes the pieces.</param>
    /// <param name="counts">Where they will be looked up.</param>
    /// <param name="text">UTF-8; behind <paramref name="end"/> it holds zeros as far as it is read.</param>
    /// <param name="position">Where the first piece starts.</param>
    /// <param name="stop">No piece is cut that starts here or later; <see cref="Reach"/> bytes from before here are readable.</param>
    /// <param name="end">Where the text ends.</param>
    public int Fill(PieceBatch batch, PieceCounts counts, byte* text, int position, int stop, int end);

    /// <summary>End of the piece that starts at a position; nothing behind the end of the text is read.</summary>
    public int PieceEnd(byte* text, int start, int end);
}
