using System.Text;

namespace FineTune.Core.Generation;

/// <summary>Lines of source code, indented.</summary>
internal sealed class SourceText
{
    private readonly StringBuilder text = new();

    private int depth;

    public void Line(string line = "") => text.Append(' ', line.Length == 0 ? 0 : 4 * depth).Append(line).Append('\n');

    public void Indent() => depth++;

    public void Outdent() => depth--;

    /// <summary>Writes each item, with an empty line between them.</summary>
    public void Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                Line();
            }
            isFirst = false;
            write(item);
        }
    }

    /// <summary>An XML comment.</summary>
    public void Doc(string mark, string summary, IReadOnlyList<string>? remarks = null)
    {
        Line($"{mark} <summary>{Xml(summary)}</summary>");
        if (remarks is { Count: > 0 })
        {
            Line($"{mark} <remarks>");
            foreach (var remark in remarks)
            {
                Line($"{mark} <para>{Xml(remark)}</para>");
            }
            Line($"{mark} </remarks>");
        }
    }

    public override string ToString() => text.ToString();

    private static string Xml(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
