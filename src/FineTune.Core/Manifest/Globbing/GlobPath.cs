namespace FineTune.Core.Manifest.Globbing;

/// <summary>Matches whole relative paths, for what is never opened: <c>lint.ignore</c>.</summary>
internal static class GlobPath
{
    /// <summary>Whether a path fits a path or glob.</summary>
    /// <param name="pattern">As the manifest writes it.</param>
    /// <param name="path">Relative to the same folder, with <c>/</c>.</param>
    public static bool Matches(string pattern, string path)
    {
        var written = pattern.Replace('\\', '/');
        return written == path
            || (BraceExpansion.Of(written) ?? []).Any(one => Fits(Parts(one), Parts(path)));
    }

    private static string[] Parts(string path) => [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".")];

    private static bool Fits(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        // fits[j]: the pattern so far fits the first j parts of the path.
        var fits = new bool[path.Length + 1];
        fits[0] = true;
        foreach (var segment in pattern)
        {
            if (segment == "**")
            {
                for (var j = 1; j <= path.Length; j++)
                {
                    fits[j] |= fits[j - 1];
                }
                continue;
            }
            for (var j = path.Length; j >= 1; j--)
            {
                fits[j] = fits[j - 1] && GlobSegment.Matches(segment, path[j - 1]);
            }
            fits[0] = false;
        }
        return fits[path.Length];
    }
}
