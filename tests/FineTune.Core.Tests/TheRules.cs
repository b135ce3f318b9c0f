using System.Text.RegularExpressions;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting;
using FineTune.Core.Reporting;

namespace FineTune.Core.Tests;

/// <summary>One code, one rule, one meaning.</summary>
public sealed partial class TheRules
{
    // What a user may type, as an example.
    private static readonly string[] Help = ["finetune explain FT", "such as FT"];

    [Fact]
    public void HaveOneCodeEach() => RuleBook.All.GroupBy(rule => rule.Code).Where(group => group.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void HaveAPageEachAndEachPageARule() => RuleBook.All.Select(rule => rule.Code).ShouldBe(RulePages.All.Select(page => page.Rule.Code));

    [Fact]
    public void AreMadeInOnePlaceEach() =>
        SourceLines.All().SelectMany(line => Head().Matches(line.Text)).Select(head => head.Groups["code"].Value).Order(StringComparer.Ordinal)
            .ShouldBe(RuleBook.All.Select(rule => rule.Code));

    [Fact]
    public void AreNamedByTheirObjectAndNeverByACodeInAString() =>
        SourceLines.All()
            .Where(line => CodeInAString().IsMatch(line.Text) && !Head().IsMatch(line.Text) && !Help.Any(line.Text.Contains))
            .Select(line => $"{line.File}: {line.Text.Trim()}").ShouldBeEmpty();

    [Fact]
    public void ThatCanBeOldAreAboutData() =>
        RuleBook.All.Where(rule => rule.CanBeOld).ShouldBe(RuleBook.OfData.Append(ManifestRules.GraderInvalid).Where(rule => rule != FileRules.DataNotFetched), ignoreOrder: true);

    [GeneratedRegex("""(Rule|new)\("(?<code>FT[0-9]{4})", "[a-z]""")]
    private static partial Regex Head();

    [GeneratedRegex("""
        "[^"]*\bFT[0-9]{4}\b[^"]*"
        """)]
    private static partial Regex CodeInAString();
}
