using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions.Exports;

/// <summary>A line as another program writes it out: told by its keys, and named where it is given as training data.</summary>
internal abstract class Export(ExampleFormat format = ExampleFormat.Unknown) : Conversion(format)
{
    /// <summary>What the line is, as a sentence about it goes on.</summary>
    public abstract string Name { get; }

    /// <summary>How it becomes an example, where it can.</summary>
    public abstract string Way { get; }

    public sealed override bool Reads(Example example) => base.Reads(example) && IsOf(example);

    /// <summary>Whether the line has the keys of the export, and under them what belongs there.</summary>
    protected abstract bool IsOf(Example example);
}
