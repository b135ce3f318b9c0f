using FineTune.Core.Findings;

namespace FineTune.Core.Conversions.Lines;

/// <summary>A form that a line may have that is no JSON object, and has one in it.</summary>
internal abstract class LineForm
{
    /// <summary>The rule that finds it.</summary>
    public abstract Rule Rule { get; }

    /// <summary>What a line is, as the end of a sentence about it.</summary>
    public abstract string Description { get; }

    /// <summary>The object that the line stands for, several of them with line feeds between them; null where the line has not this form.</summary>
    /// <param name="line">A line, with white space at its ends perhaps, that is UTF-8.</param>
    public abstract byte[]? Read(ReadOnlySpan<byte> line);
}
