namespace FineTune.Core.Tokenization.Memory;

/// <summary>A file embedded in this assembly, read in place where the runtime has it mapped.</summary>
internal sealed unsafe class EmbeddedData
{
    // Holds the mapping or the copy alive for as long as the pointer is in use.
    private readonly object owner;

    private EmbeddedData(object owner, byte* pointer, int size)
    {
        this.owner = owner;
        Pointer = pointer;
        Size = size;
    }

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; }

    /// <summary>Bytes.</summary>
    public int Size { get; }

    /// <summary>The content.</summary>
    public ReadOnlySpan<byte> Bytes => new(Pointer, Size);

    /// <summary>Opens the embedded file with this name.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without it.</exception>
    public static EmbeddedData Open(string name)
    {
        var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"FineTune.Core was built without {name}");
        var size = checked((int)stream.Length);
        if (stream is UnmanagedMemoryStream mapped)
        {
            return new EmbeddedData(mapped, mapped.PositionPointer, size);
        }

        using (stream)
        {
            var copy = new PinnedMemory(size);
            stream.ReadExactly(new Span<byte>(copy.Pointer, size));
            return new EmbeddedData(copy, copy.Pointer, size);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Size} bytes of {owner.GetType().Name}";
}
