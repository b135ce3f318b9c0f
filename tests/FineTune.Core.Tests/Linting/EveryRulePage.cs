using System.Text.RegularExpressions;
using FineTune.Core.Catalog;
using FineTune.Core.Linting;

namespace FineTune.Core.Tests.Linting;

/// <summary>What the help pages show as bad is found, and only there.</summary>
public partial class EveryRulePage
{
    private static readonly string Pages = Path.Combine(RepositoryRoot.Path, "docs", "rules");

    public static TheoryData<string> WithData() =>
        new(RuleBook.All.Select(rule => rule.Code).Where(code => Examples(code, "Bad").Length > 0 && code != "FT6001"));

    [Theory]
    [MemberData(nameof(WithData))]
    public void ShowsABadExampleThatIsFound(string code) => Codes(code, "Bad").ShouldContain(code);

    [Theory]
    [MemberData(nameof(WithData))]
    public void ShowsAGoodExampleThatIsNot(string code) => Codes(code, "Good").ShouldNotContain(code);

    [Fact]
    public void IsThereForEveryRule()
    {
        foreach (var rule in RuleBook.All)
        {
            var page = File.ReadAllText(Path.Combine(Pages, $"{rule.Code}.md"));
            page.ShouldStartWith($"# {rule.Code} {rule.Name}\n");
        }
    }

    private static List<string> Codes(string code, string heading)
    {
        using var dataset = new Dataset(Examples(code, heading)) { Profile = "openai", Deep = true, Method = MethodOf(code) };
        return [.. dataset.Lint().Findings.Select(finding => finding.Code)];
    }

    private static TuningMethod? MethodOf(string code) => code switch
    {
        "FT2002" => TuningMethod.Dpo,
        "FT2032" => TuningMethod.Reinforcement,
        _ => null,
    };

    private static string[] Examples(string code, string heading)
    {
        var file = Path.Combine(Pages, $"{code}.md");
        var page = File.Exists(file) ? File.ReadAllText(file) : "";
        var section = page.Split($"\n## {heading}\n") is [_, var rest, ..] ? rest.Split("\n## ")[0] : "";
        return [.. Fence().Matches(section).SelectMany(match => match.Groups[1].Value.TrimEnd('\n').Split('\n'))];
    }

    [GeneratedRegex(@"```jsonl?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
