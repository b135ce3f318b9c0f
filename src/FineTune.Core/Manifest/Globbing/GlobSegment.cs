namespace FineTune.Core.Manifest.Globbing;

/// <summary>One part of a glob between slashes: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c> and plain characters; case counts everywhere.</summary>
internal static class GlobSegment
{
    private static readonly char[] Special = ['*', '?', '['];

    /// <summary>Whether a part has wildcards.</summary>
    public static bool IsPattern(string segment) => segment.IndexOfAny(Special) >= 0;

    /// <summary>Whether a name fits. Wildcards do not fit the dot that hides a name. Takes time in proportion to both lengths.</summary>
    public static bool Matches(string segment, string name)
    {
        if (name.StartsWith('.') && !segment.StartsWith('.'))
        {
            return false;
        }
        var (s, n, starAt, retry) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (s < segment.Length && segment[s] == '*')
            {
                (starAt, retry) = (s++, n);
            }
            else if (s < segment.Length && MatchesOne(segment, s, name[n]) is var next and > 0)
            {
                (s, n) = (next, n + 1);
            }
            else if (starAt >= 0)
            {
                (s, n) = (starAt + 1, ++retry);
            }
            else
            {
                return false;
            }
        }
        return segment.AsSpan(s).Trim('*').IsEmpty;
    }

    // The place after the one character or class that was matched; 0 for no match.
    private static int MatchesOne(string segment, int at, char c)
    {
        if (segment[at] == '?')
        {
            return at + 1;
        }
        var close = segment[at] == '[' && at + 2 < segment.Length ? segment.IndexOf(']', at + (segment[at + 1] is '!' or '^' ? 3 : 2)) : -1;
        if (close < 0)
        {
            return segment[at] == c ? at + 1 : 0;
        }
        var inverted = segment[at + 1] is '!' or '^';
        var set = segment.AsSpan(at + (inverted ? 2 : 1), close - at - (inverted ? 2 : 1));
        return Holds(set, c) != inverted ? close + 1 : 0;
    }

    private static bool Holds(ReadOnlySpan<char> set, char c)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (set[i] <= c && c <= set[i + 2])
                {
                    return true;
                }
                i += 2;
            }
            else if (set[i] == c)
            {
                return true;
            }
        }
        return false;
    }
}
