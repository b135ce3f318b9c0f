using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Core.Identity;

/// <summary>
/// JSON as text in the one form that equal values share: keys in ordinal order, numbers normalised, only quotes,
/// backslashes and characters that do not print escaped. Half a surrogate pair, which no JSON reader takes, becomes U+FFFD.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>Without white space, for hashing and comparing.</summary>
    public static string Compact(JsonNode? node) => Write(node, indented: false);

    /// <summary>With two spaces of indent and LF, and one LF at the end, for files that people read.</summary>
    public static string Indented(JsonNode? node) => Write(node, indented: true);

    private static string Write(JsonNode? node, bool indented)
    {
        var text = new StringBuilder();
        Append(text, node, indented ? 0 : null);
        return indented ? text.Append('\n').ToString() : text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int? depth)
    {
        switch (node?.GetValueKind() ?? JsonValueKind.Null)
        {
            case JsonValueKind.Object:
                AppendItems(text, '{', '}', depth, node!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal), (member, inner) =>
                {
                    AppendString(text, member.Key);
                    text.Append(depth is null ? ":" : ": ");
                    Append(text, member.Value, inner);
                });
                break;
            case JsonValueKind.Array:
                AppendItems(text, '[', ']', depth, node!.AsArray(), (item, inner) => Append(text, item, inner));
                break;
            case JsonValueKind.String:
                AppendString(text, node!.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(CanonicalNumber.Of(node!.ToJsonString()));
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void AppendItems<T>(StringBuilder text, char open, char close, int? depth, IEnumerable<T> items, Action<T, int?> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }
            first = false;
            Break(text, depth + 1);
            append(item, depth + 1);
        }
        if (!first)
        {
            Break(text, depth);
        }
        text.Append(close);
    }

    private static void Break(StringBuilder text, int? depth)
    {
        if (depth is { } levels)
        {
            text.Append('\n').Append(' ', 2 * levels);
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
            }
            else
            {
                _ = c switch
                {
                    '"' => text.Append("\\\""),
                    '\\' => text.Append(@"\\"),
                    '\n' => text.Append("\\n"),
                    '\r' => text.Append("\\r"),
                    '\t' => text.Append("\\t"),
                    _ when char.IsSurrogate(c) => text.Append("\\ufffd"),
                    _ when Prints(c) => text.Append(c),
                    _ => text.Append("\\u").Append(((int)c).ToString("x4")),
                };
            }
        }
        text.Append('"');
    }

    // Ranges by number, not by Unicode category: categories change with the runtime, and the text is hashed.
    private static bool Prints(char c) => c switch
    {
        < ' ' or (>= '\u007F' and <= '\u00A0') or '\u00AD' or '\u061C' or '\u180E' or '\uFEFF' => false,
        (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') => false,
        (>= '\uD800' and <= '\uF8FF') or (>= '\uFFF0' and <= '\uFFFB') or '\uFFFE' or '\uFFFF' => false,
        _ => true,
    };
}
