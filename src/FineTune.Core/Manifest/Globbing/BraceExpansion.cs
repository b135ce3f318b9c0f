namespace FineTune.Core.Manifest.Globbing;

/// <summary>Turns <c>{a,b}</c> into one pattern for each choice.</summary>
internal static class BraceExpansion
{
    private const int MostPatterns = 256;

    /// <summary>All patterns; null where there would be more than 256. A brace without its partner is itself.</summary>
    public static IReadOnlyList<string>? Of(string pattern)
    {
        var done = new List<string>();
        var open = new Stack<string>([pattern]);
        while (open.TryPop(out var current))
        {
            if (FindGroup(current) is not { } group)
            {
                done.Add(current);
            }
            else
            {
                foreach (var choice in Choices(current[(group.Start + 1)..group.End]).Reverse())
                {
                    open.Push(string.Concat(current.AsSpan(0, group.Start), choice, current.AsSpan(group.End + 1)));
                }
            }
            if (done.Count + open.Count > MostPatterns)
            {
                return null;
            }
        }
        return done;
    }

    // The first group with a comma: {x} alone is a file name with braces.
    private static (int Start, int End)? FindGroup(string text)
    {
        for (var start = text.IndexOf('{'); start >= 0; start = text.IndexOf('{', start + 1))
        {
            var depth = 0;
            var comma = false;
            for (var i = start; i < text.Length; i++)
            {
                depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
                comma |= text[i] == ',' && depth == 1;
                if (depth == 0)
                {
                    if (comma)
                    {
                        return (start, i);
                    }
                    break;
                }
            }
        }
        return null;
    }

    private static IEnumerable<string> Choices(string inner)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (inner[i] == ',' && depth == 0)
            {
                yield return inner[start..i];
                start = i + 1;
            }
        }
        yield return inner[start..];
    }
}
