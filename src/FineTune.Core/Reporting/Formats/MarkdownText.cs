using System.Text;

namespace FineTune.Core.Reporting.Formats;

/// <summary>Puts text from outside into Markdown so that it shows as it is and does nothing.</summary>
internal static class MarkdownText
{
    /// <summary>The text, for a paragraph or a table's cell.</summary>
    public static string Escape(string text)
    {
        // Entities mean the character itself wherever Markdown looks: no cell, link or tag can be made of them.
        // Mentions and issue numbers are found after entities are read, so those two get a mark of no width.
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '@' or '#' => escaped.Append(c).Append('\u200B'),
                '&' or '<' or '>' or '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '!' or '$' or ':' =>
                    escaped.Append("&#").Append((int)c).Append(';'),
                _ => escaped.Append(c),
            };
        }
        return escaped.Replace("www.", "www&#46;").ToString();
    }
}
