namespace FineTune.Core.Tokenization.Memory;

/// <summary>Zeroed memory that the garbage collector does not move, aligned to a cache line. It lives as long as this object.</summary>
internal sealed unsafe class PinnedMemory
{
    private const int CacheLine = 64;
    private readonly byte[] bytes;

    /// <param name="size">Bytes.</param>
    public PinnedMemory(int size)
    {
        bytes = GC.AllocateArray<byte>(size + CacheLine, pinned: true);
        var address = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref bytes[0]);
        Pointer = (byte*)((address + CacheLine - 1) & -CacheLine);
    }

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; }
}
