using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Rendering;

/// <summary>Names, and beside each what is said of it; what is long goes on below itself.</summary>
internal static class Facts
{
    /// <summary>Columns of a name.</summary>
    public const int Name = 10;

    /// <summary>One line behind a mark.</summary>
    public static Grid Item(int indent, string mark, Style style, string text) => Of(indent, mark.Length).Add(Paint.Text(mark, style), Paint.Text(text));

    /// <summary>One line.</summary>
    public static Padder Line(int indent, IRenderable text) => new(text, new(indent, 0, 0, 0));

    /// <summary>None yet.</summary>
    public static Grid Of(int indent, int name = Name) => new Grid()
        .AddColumn(new GridColumn { Width = name, Padding = new(indent, 0, 1, 0) })
        .AddColumn(new GridColumn { Padding = new(0) });

    /// <summary>One more.</summary>
    public static Grid Add(this Grid facts, string name, string text, Style? style = null) => facts.Add(Paint.Text(name, Paint.Dim), Paint.Text(text, style));

    /// <summary>One more row.</summary>
    public static Grid Add(this Grid facts, params IRenderable[] cells) => facts.AddRow(cells);
}
