using FineTune.Core.Findings;
using FineTune.Core.Manifest;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenVariablesAreFilledIn
{
    private static readonly SourceSpan Where = new("/x/finetune.yml", new TextRange(new(3, 5), new(3, 9)));

    private readonly VariableExpansion expansion = new(name => name == "ACCOUNT" ? "me" : name == "EMPTY" ? "" : null);

    private readonly List<Finding> findings = [];

    [Fact]
    public void ValuesTakeTheirPlace()
    {
        expansion.Expand(new("https://${ACCOUNT}.example.com/${ACCOUNT}", Where), findings).ShouldBe("https://me.example.com/me");
        findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("${NOTHING}")]
    [InlineData("https://${EMPTY}.example.com")]
    public void AVariableWithoutAValueIsReported(string text)
    {
        expansion.Expand(new(text, Where), findings).ShouldBeNull();
        var finding = findings.ShouldHaveSingleItem();
        (finding.Code, finding.Path, finding.Range).ShouldBe(("FT0010", Where.Path, Where.Range));
    }
}
