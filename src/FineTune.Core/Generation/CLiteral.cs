using System.Text;

namespace FineTune.Core.Generation;

/// <summary>A text as a literal of the languages that escape with a backslash, C# and F#: plain ASCII, whatever it holds.</summary>
internal static class CLiteral
{
    public static string Of(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => literal.Append('\\').Append(c),
                >= ' ' and <= '~' => literal.Append(c),
                _ => literal.Append("\\u").Append(((int)c).ToString("x4")),
            };
        }
        return literal.Append('"').ToString();
    }
}
