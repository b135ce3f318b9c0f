using System.Text;

namespace FineTune.Core.Generation;

/// <summary>A text as an expression of Visual Basic: plain ASCII, whatever it holds.</summary>
internal static class VisualBasicLiteral
{
    // A line has at most 65,535 characters, and whoever reads an expression goes down a level with each term.
    private const int MostCharacters = 4_000;
    private const int MostTerms = 50;

    public static string Of(string value)
    {
        var terms = Terms(value);
        while (terms.Count > MostTerms)
        {
            terms = [.. terms.Chunk(MostTerms).Select(chunk => chunk.Length == 1 ? chunk[0] : $"({Sum(chunk)})")];
        }
        return Sum(terms);
    }

    // After an operator the next line goes on.
    private static string Sum(IReadOnlyCollection<string> terms) => string.Join(terms.Sum(term => term.Length) > MostCharacters ? " &\n" : " & ", terms);

    // A literal has no escapes but the doubled quote, and typographic quotes end it too: all but plain ASCII is spelt as ChrW.
    private static List<string> Terms(string value)
    {
        var terms = new List<string>();
        var literal = new StringBuilder();
        foreach (var c in value)
        {
            if (c is < ' ' or > '~')
            {
                Close();
                terms.Add($"Global.Microsoft.VisualBasic.ChrW({(int)c})");
            }
            else
            {
                literal.Append(c).Append('"', c == '"' ? 1 : 0);
                if (literal.Length >= MostCharacters)
                {
                    Close();
                }
            }
        }
        Close();
        return terms.Count == 0 ? ["\"\""] : terms;

        void Close()
        {
            if (literal.Length > 0)
            {
                terms.Add($"\"{literal}\"");
                literal.Clear();
            }
        }
    }
}
