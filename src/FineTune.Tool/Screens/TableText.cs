using FineTune.Core.Reporting;

namespace FineTune.Tool.Screens;

/// <summary>A table of plain text: columns as wide as what is in them.</summary>
internal static class TableText
{
    /// <summary>Writes the rows under their headings; the writer makes them safe to print.</summary>
    public static void Write(TextWriter output, Ansi ink, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. headings.Select((heading, column) => rows.Select(row => DisplayWidth.Of(row[column])).Append(heading.Length).Max())];
        output.Write(ink.Dim(Line(headings, widths)) + "\n");
        foreach (var row in rows)
        {
            output.Write(Line(row, widths) + "\n");
        }
    }

    private static string Line(IReadOnlyList<string> cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => cell + new string(' ', widths[column] - DisplayWidth.Of(cell)))).TrimEnd();
}
