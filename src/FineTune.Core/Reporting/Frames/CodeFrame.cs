using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Frames;

/// <summary>The part of a line that a finding is about, with carets under it.</summary>
/// <param name="Text">What is shown of the line: safe to print, with <c>…</c> where it was cut.</param>
/// <param name="Indent">Columns before the carets.</param>
/// <param name="Carets">Number of carets, at least 1.</param>
internal sealed record CodeFrame(string Text, int Indent, int Carets)
{
    // A secret that begins before the shown part must be seen whole to be recognised.
    private const int Margin = 4096;

    /// <summary>Makes the frame of a line.</summary>
    /// <param name="line">The whole line.</param>
    /// <param name="start">Index of the first marked character; beyond the line's end it marks the end.</param>
    /// <param name="end">Index after the last marked character.</param>
    /// <param name="width">Columns that the text may take, at least 20.</param>
    public static CodeFrame Of(string line, int start, int end, int width)
    {
        start = Math.Clamp(start, 0, line.Length);
        end = Math.Clamp(end, start, line.Length);
        var from = Math.Max(0, start - Margin);
        var to = Math.Min(line.Length, Math.Min(end, start + width) + Margin);
        var marked = FrameMask.Apply(new(line[from..to], start - from, Math.Min(end, to) - from));
        return Cut(marked, width, from > 0, to < line.Length);
    }

    private static CodeFrame Cut(MarkedText piece, int width, bool cutBefore, bool cutAfter)
    {
        var (text, start, end) = piece;
        var mark = Fit(text, start, end, width - 2, out var markEnd);
        var room = width - 2 - DisplayWidth.Of(mark);
        var after = Fit(text, markEnd, text.Length, Math.Max(room / 2, room - DisplayWidth.Of(Shown(text[..Math.Min(start, width)]))), out var afterEnd);
        room -= DisplayWidth.Of(after);
        var before = FitFromEnd(text, start, room, out var beforeStart);
        var shown = new StringBuilder(cutBefore || beforeStart > 0 ? "…" : "").Append(before);
        var indent = DisplayWidth.Of(shown.ToString());
        shown.Append(mark).Append(after).Append(cutAfter || afterEnd < text.Length ? "…" : "");
        // Pieces that are harmless alone can make a CI command together.
        var whole = shown.ToString();
        var safe = whole.Contains("::", StringComparison.Ordinal) || whole.Contains("##", StringComparison.Ordinal) ? SafeText.Clean(whole) : whole;
        return new(safe, indent, Math.Max(1, DisplayWidth.Of(mark)));
    }

    private static string Fit(string text, int from, int to, int columns, out int end)
    {
        var shown = new StringBuilder();
        end = from;
        while (end < to)
        {
            var (part, next) = Part(text, end);
            var width = DisplayWidth.Of(part);
            if (width > columns)
            {
                break;
            }
            columns -= width;
            shown.Append(part);
            end = next;
        }
        return shown.ToString();
    }

    private static string FitFromEnd(string text, int end, int columns, out int start)
    {
        start = end;
        var parts = new Stack<string>();
        while (start > 0)
        {
            var previous = start - (start > 1 && char.IsSurrogatePair(text[start - 2], text[start - 1]) ? 2 : 1);
            var part = Shown(text[previous..start]);
            var width = DisplayWidth.Of(part);
            if (width > columns)
            {
                break;
            }
            columns -= width;
            parts.Push(part);
            start = previous;
        }
        return string.Concat(parts);
    }

    private static (string Text, int Next) Part(string text, int at)
    {
        var next = at + (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1);
        return (Shown(text[at..next]), next);
    }

    private static string Shown(string part) => part == "\t" ? " " : SafeText.Clean(part);
}
