using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Rendering;

/// <summary>A bar of a histogram and its number. Those of <see cref="BarChart"/> lose the number's width from their length, and with it their proportion.</summary>
/// <param name="count">The number.</param>
/// <param name="most">The number of the longest bar.</param>
internal sealed class Bar(long count, long most) : Renderable
{
    private const int Shortest = 10;
    private const int Longest = 40;

    private readonly int number = $" {most:N0}".Length;

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Shortest + number, Longest + number);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var length = (int)Math.Ceiling((double)count * Math.Clamp(maxWidth - number, 0, Longest) / most);
        return [new(new string('█', length), Paint.Blue), new(length > 0 ? " " : ""), new($"{count:N0}", Paint.Dim)];
    }
}
