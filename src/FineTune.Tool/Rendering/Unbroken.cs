using Spectre.Console.Rendering;

namespace FineTune.Tool.Rendering;

/// <summary>What is copied as it stands, an ID or a command line: where it is too wide the terminal wraps it, and a selection has it whole.</summary>
internal sealed class Unbroken(IRenderable part) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) => part.Measure(options, Screen.Endless);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => part.Render(options, Screen.Endless);
}
