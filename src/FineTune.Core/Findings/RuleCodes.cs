namespace FineTune.Core.Findings;

/// <summary>Every code that a rule has, by the help pages that this build carries, so that a manifest can be checked without loading the rules themselves.</summary>
internal static class RuleCodes
{
    /// <summary>What the name of a page begins with, as a resource.</summary>
    public const string PagePrefix = "rules/";

    /// <summary>What it ends with.</summary>
    public const string PageSuffix = ".md";

    /// <summary>All codes, sorted.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(RuleCodes).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(PagePrefix, StringComparison.Ordinal))
            .Select(name => name[PagePrefix.Length..^PageSuffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a rule has this code.</summary>
    public static bool Contains(string code) => All.Contains(code);
}
