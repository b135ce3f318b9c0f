using System.Text;
using FineTune.Core.Reporting.Frames;

namespace FineTune.Tool.Screens;

/// <summary>Shows Markdown on a terminal: headings, paragraphs, lists and code, as the rules' pages use them.</summary>
internal sealed class MarkdownScreen(TextWriter output, Ansi ink, int width)
{
    /// <summary>Shows a page.</summary>
    public void Write(string markdown)
    {
        var paragraph = new List<string>();
        var inCode = false;
        foreach (var line in markdown.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush(paragraph);
                inCode = !inCode;
            }
            else if (inCode)
            {
                output.Write($"    {ink.Blue(line)}\n");
            }
            else if (line.StartsWith('#'))
            {
                Flush(paragraph);
                output.Write(ink.Bold(line.TrimStart('#', ' ')) + "\n");
            }
            else if (line.Length == 0)
            {
                Flush(paragraph);
                output.Write("\n");
            }
            else
            {
                if (line.StartsWith("- ", StringComparison.Ordinal))
                {
                    Flush(paragraph);
                }
                paragraph.Add(line);
            }
        }
        Flush(paragraph);
    }

    private void Flush(List<string> paragraph)
    {
        if (paragraph.Count == 0)
        {
            return;
        }
        var text = string.Join(' ', paragraph.Select(line => line.Trim()));
        var indent = text.StartsWith("- ", StringComparison.Ordinal) ? 2 : 0;
        var used = 0;
        foreach (var word in Words(text))
        {
            var length = DisplayWidth.Of(word.Plain);
            if (used > indent && used + 1 + length > width)
            {
                output.Write("\n" + new string(' ', indent));
                used = indent;
            }
            else if (used > 0)
            {
                output.Write(" ");
                used++;
            }
            output.Write(word.Painted);
            used += length;
        }
        output.Write("\n");
        paragraph.Clear();
    }

    // A word is what may not be broken; code and bold text keep their colour across words.
    private IEnumerable<(string Plain, string Painted)> Words(string text)
    {
        var (code, bold) = (false, false);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (plain, painted) = (new StringBuilder(), new StringBuilder());
            for (var i = 0; i < word.Length;)
            {
                if (word[i] == '`')
                {
                    code = !code;
                    i++;
                }
                else if (!code && word.AsSpan(i).StartsWith("**"))
                {
                    bold = !bold;
                    i += 2;
                }
                else
                {
                    var end = i + 1;
                    while (end < word.Length && word[end] != '`' && (code || word[end] != '*'))
                    {
                        end++;
                    }
                    var part = word[i..end];
                    plain.Append(part);
                    painted.Append(code ? ink.Blue(part) : bold ? ink.Bold(part) : part);
                    i = end;
                }
            }
            yield return (plain.ToString(), painted.ToString());
        }
    }
}
