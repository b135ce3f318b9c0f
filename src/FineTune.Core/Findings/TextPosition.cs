namespace FineTune.Core.Findings;

/// <summary>A place in a text file as editors count it.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in UTF-16 units.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The first character of a file.</summary>
    public static TextPosition Start { get; } = new(1, 1);

    /// <summary>1-based line.</summary>
    public int Line { get; } = Line >= 1 ? Line : throw new ArgumentOutOfRangeException(nameof(Line));

    /// <summary>1-based column in UTF-16 units.</summary>
    public int Column { get; } = Column >= 1 ? Column : throw new ArgumentOutOfRangeException(nameof(Column));
}
