namespace FineTune.Core.Comparing;

/// <summary>A piece of two texts from where they begin to differ, so that the difference is seen however long they are.</summary>
internal static class Excerpt
{
    private const int Lead = 16;

    /// <summary>The pieces; a text that begins later begins with an ellipsis.</summary>
    public static (string Before, string After) Of(string before, string after)
    {
        var same = 0;
        while (same < before.Length && same < after.Length && before[same] == after[same])
        {
            same++;
        }
        var start = Math.Max(0, same - Lead);
        if (start > 0 && char.IsLowSurrogate(before[start]))
        {
            start--;
        }
        return start < Lead ? (before, after) : ("…" + before[start..], "…" + after[start..]);
    }
}
