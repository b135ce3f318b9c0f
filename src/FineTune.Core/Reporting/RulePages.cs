using System.Collections.Frozen;
using FineTune.Core.Findings;

namespace FineTune.Core.Reporting;

/// <summary>The help pages that this build carries, one for each rule of every room.</summary>
internal static class RulePages
{
    private const string SeverityMark = "**Default severity:** ";

    private static readonly FrozenDictionary<string, Lazy<RulePage>> Pages = RuleCodes.All
        .ToFrozenDictionary(code => code, code => new Lazy<RulePage>(() => Read($"{RuleCodes.PagePrefix}{code}{RuleCodes.PageSuffix}")), StringComparer.OrdinalIgnoreCase);

    /// <summary>All pages, by code.</summary>
    public static IEnumerable<RulePage> All => Pages.Keys.Order(StringComparer.Ordinal).Select(code => Pages[code].Value);

    /// <summary>The page of a code; null where there is none.</summary>
    /// <param name="code">For example <c>FT2009</c>; case does not matter.</param>
    public static RulePage? Find(string code) => Pages.TryGetValue(code, out var page) ? page.Value : null;

    /// <summary>The rule of a code, as its page introduces it; null where there is none.</summary>
    /// <param name="code">For example <c>FT2009</c>.</param>
    public static Rule? FindRule(string code) => Find(code)?.Rule;

    private static RulePage Read(string name)
    {
        using var reader = new StreamReader(typeof(RulePages).Assembly.GetManifestResourceStream(name)!);
        var markdown = reader.ReadToEnd().ReplaceLineEndings("\n");
        var lines = markdown.Split('\n');
        var heading = lines[0].TrimStart('#', ' ').Split(' ', 2);
        var title = lines.Skip(1).FirstOrDefault(line => line.Length > 0) ?? "";
        var word = Array.Find(lines, line => line.StartsWith(SeverityMark, StringComparison.Ordinal))?[SeverityMark.Length..].Trim();
        return new(new Rule(heading[0], heading.ElementAtOrDefault(1) ?? "", Severities.Find(word) ?? Severity.None, title.TrimEnd('.')), markdown);
    }
}
