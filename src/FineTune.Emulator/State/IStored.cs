namespace FineTune.Emulator.State;

/// <summary>Something that the emulator keeps on disk.</summary>
internal interface IStored
{
    /// <summary>ID in the API, which is also the name of its file: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Id { get; }

    /// <summary>Place in the order of creation.</summary>
    public long Sequence { get; }
}
