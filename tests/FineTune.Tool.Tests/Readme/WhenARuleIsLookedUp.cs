using System.Reflection;
using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;

namespace FineTune.Tool.Tests.Readme;

public sealed partial class WhenARuleIsLookedUp
{
    private static readonly string[] Headings = ["## Why", "## Bad", "## Good", "## Change the severity", "## Source"];

    [Fact]
    public void ItHasAPageWithItsNameAndSeverity()
    {
        var rules = RulesInCode().ToList();

        rules.Count.ShouldBeGreaterThan(100);
        foreach (var rule in rules)
        {
            var page = RulePages.FindRule(rule.Code);

            page.ShouldNotBeNull($"docs/rules/{rule.Code}.md is missing");
            page.Name.ShouldBe(rule.Name, rule.Code);
            page.DefaultSeverity.ShouldBe(rule.DefaultSeverity, rule.Code);
        }
    }

    [Fact]
    public void ItsPageHasEveryPart()
    {
        foreach (var page in RulePages.All)
        {
            var parts = page.Markdown.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal));

            parts.ShouldBe(Headings, page.Rule.Code);
            page.Rule.Title.ShouldNotBeEmpty(page.Rule.Code);
            page.Markdown.ShouldContain("**Default severity:** ");
        }
    }

    [Fact]
    public void ItsFileIsNamedAfterItsCode()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "docs", "rules"), "FT*.md"))
        {
            File.ReadLines(file).First().ShouldStartWith($"# {Path.GetFileNameWithoutExtension(file)} ");
        }
    }

    [Fact]
    public void ItsLineToPasteNamesItself()
    {
        foreach (var page in RulePages.All)
        {
            var pasted = page.Markdown[page.Markdown.IndexOf("## Change the severity", StringComparison.Ordinal)..];
            var named = Code().Matches(pasted[..pasted.IndexOf("## Source", StringComparison.Ordinal)]).Select(code => code.Value).Distinct();

            named.ShouldBe(pasted.Contains("The severity is fixed", StringComparison.Ordinal) ? [] : [page.Rule.Code], page.Rule.Code);
        }
    }

    /// <summary>The rules that the code declares in static members, and the types that derive from a rule.</summary>
    private static IEnumerable<Rule> RulesInCode()
    {
        var types = new[] { "FineTune.Core", "FineTune.Providers", "finetune" }.SelectMany(name => Assembly.Load(name).GetTypes()).ToList();
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var members = types.Where(type => !type.ContainsGenericParameters).SelectMany(type =>
            type.GetFields(Static).Where(field => field.FieldType.IsAssignableTo(typeof(Rule))).Select(field => (Rule?)field.GetValue(null)));
        var derived = types.Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && type.GetConstructor([]) is not null)
            .Select(type => (Rule?)Activator.CreateInstance(type));
        return members.Concat(derived).OfType<Rule>().DistinctBy(rule => rule.Code);
    }

    [GeneratedRegex("FT[0-9]{4}")]
    private static partial Regex Code();
}
