namespace FineTune.Core.Tests.Linting;

public class WhenALineAsksForTooMuch
{
    [Theory]
    [InlineData("values of an enumeration")]
    [InlineData("alternatives")]
    [InlineData("parameters")]
    public void ItIsSaidOnceAndTheRestIsJudgedAllTheSame(string shape)
    {
        using var dataset = new Dataset(RepeatedShapes.All[shape](4_000)) { Profile = "openai" };

        var codes = dataset.Findings().Select(finding => finding.Code).ToList();

        codes.Count(code => code == "FT1015").ShouldBe(1);
        codes.ShouldContain("FT2030");
    }

    [Fact]
    public void ThousandsOfOrdinaryCallsAreNotTooMuch()
    {
        using var dataset = new Dataset(RepeatedShapes.All["calls"](20_000)) { Profile = "openai" };

        dataset.Findings().ShouldNotContain(finding => finding.Code == "FT1015");
    }
}
