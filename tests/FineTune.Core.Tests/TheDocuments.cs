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

    // NAME and the like stand for what the reader puts there.
    private static bool IsPlaceholder(string part) => Placeholder().IsMatch(part);

    [GeneratedRegex("`(?<path>(src|tests|benchmarks|eng|examples)/[^` *]+)`")]
    private static partial Regex Paths();

    [GeneratedRegex("^(When)?[A-Z]{4,}")]
    private static partial Regex Placeholder();
}
