namespace FineTune.Fuzz;

/// <summary>A reader that takes any bytes.</summary>
internal abstract class FuzzTarget
{
    public abstract string Name { get; }

    /// <summary>Sound inputs that mutations start from.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Pieces that mean something to the reader.</summary>
    public abstract IReadOnlyList<string> Words { get; }

    /// <summary>How many mutated inputs make one input, line by line.</summary>
    public virtual int Lines => 1;

    /// <summary>Reads an input; throws where it ends otherwise than it should.</summary>
    public abstract void Run(byte[] input);

    /// <summary>Says what is not as it should be.</summary>
    /// <exception cref="FuzzException">It is not.</exception>
    protected static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new FuzzException(what);
        }
    }
}
