using System.Text.RegularExpressions;

namespace FineTune.Tests;

/// <summary>The tables of <c>docs/architecture.md</c>.</summary>
internal static partial class Architecture
{
    /// <summary>The namespaces of an assembly in the order of its table: each uses the ones before it alone.</summary>
    /// <param name="root">The root namespace, which is the heading of the table.</param>
    public static IReadOnlyList<string> OrderOf(string root) =>
    [
        .. from Match row in Rows().Matches(SectionOf(root))
           let room = row.Groups["room"].Value
           from floor in FloorsOf(room, row.Groups["floors"].Value)
           select floor == root ? root : $"{root}.{floor}",
    ];

    private static IEnumerable<string> FloorsOf(string room, string cell)
    {
        string[] floors = [.. Names().Matches(cell).Select(name => name.Groups["name"].Value)];
        return floors.Length == 0 ? [room] : floors.Select(floor => floor == room ? room : $"{room}.{floor}");
    }

    private static string SectionOf(string root)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "architecture.md")).ReplaceLineEndings("\n");
        return page.Split("\n## ").Single(part => part.Split('\n')[0].Contains($"`src/{root}`", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<room>[\w.]+)` \|(?<floors>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Names();
}
