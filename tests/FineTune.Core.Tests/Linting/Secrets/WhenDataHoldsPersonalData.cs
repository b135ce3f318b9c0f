using FineTune.Core.Findings;
using FineTune.Core.Tests.Linting.Quality;

namespace FineTune.Core.Tests.Linting.Secrets;

public class WhenDataHoldsPersonalData
{
    [Theory]
    [InlineData("My address is anna.moen@fjellrev-post.com, where is it?", "1 e-mail address")]
    [InlineData("Call me at +49 30 90182055 tomorrow.", "1 phone number")]
    [InlineData("Call +358401829374.", "1 phone number")]
    [InlineData("Call me at (415) 867-2210 tomorrow.", "1 phone number")]
    [InlineData("Call me at 415-867-2210", "1 phone number")]
    [InlineData("The card is 4539 5787 6362 1486, please.", "1 card number")]
    [InlineData("My credit card 4539578763621486 was charged twice.", "1 card number")]
    [InlineData("Pay to DE78 5001 0517 9423 8144 74 please.", "1 IBAN")]
    [InlineData("My SSN is 536-22-8912.", "1 US social security number")]
    public void ItIsCountedByKind(string question, string count)
    {
        using var dataset = new Dataset(Chat.Line(question, "Thank you."));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT5002");
        finding.Severity.ShouldBe(Severity.Info);
        finding.Message.ShouldContain($"1 example of this file holds personal data: {count};");
    }

    [Fact]
    public void ItIsSaidOnceAFileWithoutAnyValue()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 30).Select(i => Chat.Line($"I am mikko{i}.laine@kuusipolku.fi", $"Welcome {i}."))]);

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Message.ShouldContain("30 examples of this file hold personal data: 30 e-mail addresses;");
        finding.Message.ShouldNotContain("kuusipolku");
        finding.Range.Start.Column.ShouldBe(Chat.Line("I am mikko0", "").IndexOf("mikko0", StringComparison.Ordinal) + 1);
    }

    [Theory]
    [InlineData("anna@example.com, bo@shop.example, c@d.test, info@fjellrev-post.com, lodash@4.17.21, icon@2x.png")]
    [InlineData("(212) 555-0143, 555-0199, +1 202 555 0134, +44 7700 900123, 1-800-356-9377")]
    [InlineData("4242 4242 4242 4242, 4111 1111 1111 1111, 5555 5555 5555 4444, 3782 822463 10005, order 4539578763621486")]
    [InlineData("DE89 3704 0044 0532 0130 00, GB82 WEST 1234 5698 7654 32, DE22 5001 0517 9423 8144 74")]
    [InlineData("123-45-6789, 078-05-1120, 000-12-3456, 987-65-4321, order 536-22-8912")]
    public void DocumentationValuesAndThingsAreNot(string text) => Dataset.CodesOf(Chat.Line("x", text)).ShouldBeEmpty();

    [Fact]
    public void TheSystemPromptMayTellHowToReachTheFirm() =>
        Dataset.CodesOf(Chat.Line("Hi", "Hello", "Tell people to call Anna at anna.moen@fjellrev-post.com")).ShouldBeEmpty();
}
