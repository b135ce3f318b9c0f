using FineTune.Core.Linting;

namespace FineTune.Core.Tests.Linting;

public class TheRules
{
    [Fact]
    public void OfOneCodeAreOneRuleToTheReader()
    {
        foreach (var rules in RuleBook.ExampleRules.Select(rule => (rule.Code, rule.Name, rule.DefaultSeverity))
            .Concat(RuleBook.DatasetRules.Select(rule => (rule.Code, rule.Name, rule.DefaultSeverity))).GroupBy(rule => rule.Code))
        {
            rules.Distinct().Count().ShouldBe(1, rules.Key);
        }
    }
}
