namespace FineTune.Core.Tokenization.Merging;

/// <summary>A piece whose tokens are to be counted.</summary>
internal unsafe struct UnknownPiece
{
    /// <summary>Its first byte.</summary>
    public byte* Bytes;

    /// <summary>Where its count is remembered: a set of <see cref="PieceCounts"/> or a line of <see cref="LongPieceCounts"/>.</summary>
    public void* Memory;

    /// <summary>Its bytes.</summary>
    public int Length;

    /// <summary>Its tokens, once it is merged.</summary>
    public int Count;
}
