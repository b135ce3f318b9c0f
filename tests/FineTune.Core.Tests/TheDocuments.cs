using System.Text.RegularExpressions;

namespace FineTune.Core.Tests;

/// <summary>What is written about the repository is true of it.</summary>
public sealed partial class TheDocuments
{
    [Fact]
    public void NameFilesThatAreThere()
    {
        var named = from page in Directory.EnumerateFiles(RepositoryRoot.Path, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories))
                    from Match match in Paths().Matches(File.ReadAllText(page))
                    let path = match.Groups["path"].Value
                    where !path.Split('/', '.').Any(part => part.Length > 1 && IsPlaceholder(part))
                    select (Page: Path.GetFileName(page), Path: path);

        named.ShouldNotBeEmpty();
        named.Where(one => !Path.Exists(Path.Combine(RepositoryRoot.Path, one.Path))).ShouldBeEmpty();
    }

    [Fact]
    public void TellTheFourWaysByTypesAndTargetsThatThereAre()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "architecture.md"));
        var ways = page[page.IndexOf("## Four ways", StringComparison.Ordinal)..page.IndexOf("## Laws", StringComparison.Ordinal)];
        var source = Path.Combine(RepositoryRoot.Path, "src");
        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var targets = string.Concat(Directory.EnumerateFiles(Path.Combine(source, "FineTune.Build", "build"), "*.targets").Select(File.ReadAllText));

        string[] named = [.. Names().Matches(ways).Select(match => match.Groups["name"].Value).Distinct()];

        named.ShouldContain("Linter");
        named.Where(name => !files.Contains(name) && !targets.Contains($"\"{name}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // NAME and the like stand for what the reader puts there.
    private static bool IsPlaceholder(string part) => Placeholder().IsMatch(part);

    [GeneratedRegex("`(?<path>(src|tests|benchmarks|eng|examples)/[^` *]+)`")]
    private static partial Regex Paths();

    [GeneratedRegex(@"`(?<name>[A-Z]\w+)(\.\w+)?`")]
    private static partial Regex Names();

    [GeneratedRegex("^(When)?[A-Z]{4,}")]
    private static partial Regex Placeholder();
}
