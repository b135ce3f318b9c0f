using System.Text;
using Spectre.Console;

namespace FineTune.Tool.Screens;

/// <summary>What a page is measured by. The library's own output asks the terminal, which takes time and is known already.</summary>
/// <param name="width">Its columns.</param>
internal sealed class ScreenOutput(int width) : IAnsiConsoleOutput
{
    public TextWriter Writer => TextWriter.Null;

    public bool IsTerminal => false;

    public int Width => width;

    public int Height => int.MaxValue;

    public void SetEncoding(Encoding encoding)
    {
        // Nothing is written.
    }
}
