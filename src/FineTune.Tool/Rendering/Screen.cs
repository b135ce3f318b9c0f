using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Rendering;

/// <summary>Where a page of rows and columns is drawn.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="hasColor">Whether it is coloured.</param>
/// <param name="width">Columns that it may take.</param>
internal sealed partial class Screen(TextWriter output, bool hasColor, int width)
{
    /// <summary>The width of what is no terminal: nothing is broken into lines there.</summary>
    public const int Endless = 1 << 20;

    /// <summary>Draws a page.</summary>
    public void Draw(IRenderable page)
    {
        var console = Console(TextWriter.Null, width, moves: false, hasColor);
        foreach (var line in console.ToAnsi(page).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            // The last column is filled up with spaces, too.
            output.Write(Filling().Replace(line, "$1") + "\n");
        }
    }

    /// <summary>A console that knows of its surroundings what we tell it, and asks no variable of its own.</summary>
    /// <param name="output">Where it writes.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="moves">Whether what it wrote can be written over.</param>
    /// <param name="hasColor">Whether it is coloured.</param>
    public static IAnsiConsole Console(TextWriter output, int width, bool moves, bool hasColor)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = moves || hasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = moves ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            EnvironmentVariables = new(),
            Out = new AnsiConsoleOutput(moves && !hasColor ? new UnstyledWriter(output) : output),
        });
        console.Profile.Width = width;
        return console;
    }

    [GeneratedRegex("[ ]+((\e\\[[0-9;]*m)*)$")]
    private static partial Regex Filling();
}
