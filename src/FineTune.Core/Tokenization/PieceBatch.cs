namespace FineTune.Core.Tokenization;

/// <summary>Pieces that were cut but not counted yet: while some are cut, the memory that counts the others is on its way.</summary>
internal sealed unsafe class PieceBatch
{
    /// <summary>Most short pieces, and most long ones.</summary>
    public const int Capacity = 128;

    private readonly PinnedMemory memory = new(Capacity * (16 + 8 + 8 + 4));

    public PieceBatch()
    {
        Keys = (ulong*)memory.Pointer;
        Hashes = Keys + (2 * Capacity);
        Long = (int*)(Hashes + Capacity);
        Unknown = Long + (2 * Capacity);
    }

    /// <summary>The short pieces, two words each (see <see cref="Piece"/>).</summary>
    public ulong* Keys { get; }

    /// <summary>Their hashes.</summary>
    public ulong* Hashes { get; }

    /// <summary>Start and length of the long ones.</summary>
    public int* Long { get; }

    /// <summary>Room for the numbers of those whose count is not remembered.</summary>
    public int* Unknown { get; }

    /// <summary>How many short ones there are.</summary>
    public int Count { get; set; }

    /// <summary>How many long ones there are.</summary>
    public int LongCount { get; set; }
}
