namespace FineTune.Benchmarks.Results;

/// <summary>The part of a page between <c>&lt;!-- figures --&gt;</c> and <c>&lt;!-- /figures --&gt;</c>, which is written by this program.</summary>
internal static class MarkedPart
{
    private const string Start = "<!-- figures -->\n";
    private const string End = "\n<!-- /figures -->";

    public static string Replace(string page, string part)
    {
        var place = Place(page);
        return page[..place.Start] + part + page[place.End..];
    }

    /// <exception cref="FormatException">The marks are not there.</exception>
    private static Range Place(string page)
    {
        var start = page.IndexOf(Start, StringComparison.Ordinal);
        var end = page.IndexOf(End, Math.Max(start, 0), StringComparison.Ordinal);
        return start >= 0 && end >= 0 ? (start + Start.Length)..end : throw new FormatException($"the page lacks {Start.Trim()} … {End.Trim()}");
    }
}
