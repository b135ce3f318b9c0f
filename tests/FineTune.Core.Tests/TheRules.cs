using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Reporting;

namespace FineTune.Core.Tests;

/// <summary>One code, one rule, one meaning.</summary>
public sealed class TheRules
{
    [Fact]
    public void HaveOneCodeEach() => RuleBook.All.GroupBy(rule => rule.Code).Where(group => group.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void HaveAPageEachAndEachPageARule() => RuleBook.All.Select(rule => rule.Code).ShouldBe(RulePages.All.Select(page => page.Rule.Code));

    [Fact]
    public void OfOneCodeAreOneRuleToTheReader()
    {
        foreach (var rules in RuleBook.ExampleRules.Select(rule => (rule.Code, rule.Name, rule.DefaultSeverity))
            .Concat(RuleBook.DatasetRules.Select(rule => (rule.Code, rule.Name, rule.DefaultSeverity))).GroupBy(rule => rule.Code))
        {
            rules.Distinct().Count().ShouldBe(1, rules.Key);
        }
    }

    [Fact]
    public void ThatCanBeOldAreAboutData() =>
        RuleBook.All.Where(rule => rule.CanBeOld).ShouldBe(RuleBook.OfData.Append(ManifestRules.GraderInvalid).Where(rule => rule != FileRules.DataNotFetched), ignoreOrder: true);
}
