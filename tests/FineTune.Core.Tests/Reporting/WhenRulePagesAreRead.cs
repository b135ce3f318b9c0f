using FineTune.Core.Findings;
using FineTune.Core.Reporting;

namespace FineTune.Core.Tests.Reporting;

public sealed class WhenRulePagesAreRead
{
    [Fact]
    public void EachHasACodeANameAndATitle()
    {
        RulePage[] pages = [.. RulePages.All];
        pages.Length.ShouldBeGreaterThan(100);
        foreach (var page in pages)
        {
            page.Rule.Code.ShouldMatch("^FT[0-9]{4}$");
            page.Rule.Name.ShouldMatch("^[a-z0-9-]+$");
            page.Rule.Title.Length.ShouldBeInRange(10, 120);
        }
    }

    [Fact]
    public void ACodeIsFoundInAnyCase() => RulePages.Find("ft2009")!.Rule.Name.ShouldBe("role-unknown");

    [Fact]
    public void TheSeverityIsThePages()
    {
        RulePages.FindRule("FT2009")!.DefaultSeverity.ShouldBe(Severity.Error);
        RulePages.FindRule("FT3002")!.DefaultSeverity.ShouldBe(Severity.Info);
    }

    [Fact]
    public void AnUnknownCodeHasNone() => RulePages.Find("FT0000").ShouldBeNull();
}
