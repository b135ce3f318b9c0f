using FineTune.Core.Tokenization.Memory;
using FineTune.Core.Tokenization.Merging;

namespace FineTune.Core.Tokenization;

/// <summary>Pieces that were cut but not counted yet: while some are cut, the memory that counts the others is on its way.</summary>
internal sealed unsafe class PieceBatch
{
    /// <summary>Most short pieces, and most long ones.</summary>
    public const int Capacity = 128;

    private readonly PinnedMemory memory = new(Capacity * (16 + 8 + 8 + (2 * sizeof(UnknownPiece))));

    public PieceBatch()
    {
        Keys = (ulong*)memory.Pointer;
        Sets = (nint*)(Keys + (2 * Capacity));
        Long = (int*)(Sets + Capacity);
        Unknown = (UnknownPiece*)(Long + (2 * Capacity));
    }

    /// <summary>The short pieces, two words each (see <see cref="Piece"/>).</summary>
    public ulong* Keys { get; }

    /// <summary>Where each is remembered, or would be: its set of <see cref="PieceCounts"/>.</summary>
    public nint* Sets { get; }

    /// <summary>Start and length of the long ones.</summary>
    public int* Long { get; }

    /// <summary>Room for those whose count is not remembered.</summary>
    public UnknownPiece* Unknown { get; }

    /// <summary>How many short ones there are.</summary>
    public int Count { get; set; }

    /// <summary>How many long ones there are.</summary>
    public int LongCount { get; set; }
}
