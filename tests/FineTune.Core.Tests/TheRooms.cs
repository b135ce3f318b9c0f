using System.Text.RegularExpressions;

namespace FineTune.Core.Tests;

/// <summary>The library's folders build on each other in one direction, so that each can be read without those that follow it.</summary>
public sealed partial class TheRooms
{
    /// <summary>The rooms as <c>docs/architecture.md</c> has them; each uses the ones before it alone.</summary>
    private static readonly string[] InOrder = [.. Rows().Matches(TableOf("The library")).Select(row => row.Groups["room"].Value)];

    private static readonly string Library = Path.Combine(RepositoryRoot.Path, "src", "FineTune.Core");

    [Fact]
    public void AreAllKnown() =>
        Directory.EnumerateDirectories(Library).Select(Path.GetFileName).Except(["bin", "obj"]).ShouldBe(InOrder, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Each))]
    public void UseOnlyTheOnesBefore(string room)
    {
        string[] allowed = InOrder[..(Array.IndexOf(InOrder, room) + 1)];

        var wrong = from file in Directory.EnumerateFiles(Path.Combine(Library, room), "*.cs", SearchOption.AllDirectories)
                    from Match use in Use().Matches(File.ReadAllText(file))
                    where !allowed.Contains(use.Groups["room"].Value)
                    select $"{Path.GetFileName(file)} uses {use.Groups["room"].Value}";

        wrong.ShouldBeEmpty();
    }

    public static TheoryData<string> Each() => [.. InOrder];

    private static string TableOf(string heading)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "architecture.md")).ReplaceLineEndings("\n");
        return page.Split("\n## ").Single(part => part.StartsWith(heading, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<room>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\bFineTune\.Core\.(?<room>\w+)")]
    private static partial Regex Use();
}
