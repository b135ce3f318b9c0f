using FineTune.Core.Findings;
using Spectre.Console;

namespace FineTune.Tool.Rendering;

/// <summary>Text of a screen and its colours, those of the reports. It is made safe before it is measured, and is no markup: what is in brackets or between colons stays as it is.</summary>
internal static class Paint
{
    public static Style Red { get; } = new(Color.Maroon, decoration: Decoration.Bold);

    public static Style Yellow { get; } = new(Color.Olive, decoration: Decoration.Bold);

    public static Style Green { get; } = new(Color.Green);

    public static Style Blue { get; } = new(Color.Teal);

    public static Style Bold { get; } = new(decoration: Decoration.Bold);

    public static Style Dim { get; } = new(decoration: Decoration.Dim);

    /// <summary>A text.</summary>
    public static Paragraph Text(string text, Style? style = null) => new(SafeText.Clean(text), style);

    /// <summary>The text, and more of it.</summary>
    public static Paragraph Then(this Paragraph before, string text, Style? style = null) => before.Append(SafeText.Clean(text), style);

    /// <summary>An empty line.</summary>
    public static Text Nothing => new("");
}
