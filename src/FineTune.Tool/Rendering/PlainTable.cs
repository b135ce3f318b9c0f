using Spectre.Console;
using Spectre.Console.Rendering;

namespace FineTune.Tool.Rendering;

/// <summary>A table without borders: columns as wide as what is in them.</summary>
internal static class PlainTable
{
    private const int Gap = 2;

    /// <summary>The rows under their headings.</summary>
    public static IRenderable Of(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None };
        for (var i = 0; i < headings.Count; i++)
        {
            table.AddColumn(new TableColumn(Paint.Text(headings[i], Paint.Dim)) { Padding = new(0, 0, i + 1 < headings.Count ? Gap : 0, 0) });
        }
        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => Paint.Text(cell)));
        }
        return new Unbroken(table);
    }
}
