namespace FineTune.Core.Reporting.Frames;

/// <summary>How much the text format shows, and how.</summary>
/// <param name="Color">Whether it may use colours.</param>
/// <param name="Frames">How many findings get the part of the line that they are about shown under them.</param>
/// <param name="Width">Columns that a shown line may take.</param>
/// <param name="Summary">Whether a summary and a hint follow the findings.</param>
public sealed record TextStyle(bool Color, int Frames, int Width, bool Summary)
{
    /// <summary>No colours: what a file or a pipe gets.</summary>
    public static TextStyle Plain { get; } = new(Color: false, Frames: 50, Width: 100, Summary: true);
}
