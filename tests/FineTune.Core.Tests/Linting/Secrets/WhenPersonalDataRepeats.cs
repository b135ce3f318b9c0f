using FineTune.Core.Findings;
using FineTune.Core.Tests.Linting.Quality;

namespace FineTune.Core.Tests.Linting.Secrets;

public class WhenPersonalDataRepeats
{
    [Fact]
    public void AValueInTenExamplesIsSaidOnceAndNotShown()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 24).Select(i => Chat.Line(i % 2 == 0 ? $"I am mikko.laine@kuusipolku.fi, order {i}" : $"Order {i}?", $"Here is {i}."))]);

        var finding = dataset.Findings().Where(finding => finding.Code == "FT5003").ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Message.ShouldStartWith("1 value of personal data stands in 10 or more examples each: an e-mail address in 12 examples, first in line 1.");
        finding.Message.ShouldNotContain("kuusipolku");
        finding.Range.Start.Column.ShouldBe(Chat.Line("I am mikko", "").IndexOf("mikko", StringComparison.Ordinal) + 1);
        (finding.Range.End.Column - finding.Range.Start.Column).ShouldBe("mikko.laine@kuusipolku.fi".Length);
    }

    [Fact]
    public void HowItIsWrittenDoesNotMatter()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 12).Select(i => Chat.Line(i % 2 == 0 ? $"Call +49 30 90182055, {i}" : $"Call +49-30-90182055, {i}", $"Yes, {i}."))]);

        dataset.Findings().Select(finding => finding.Code).ShouldBe(["FT5002", "FT5003"], ignoreOrder: true);
    }

    [Fact]
    public void NineAreNotTen() => CodesOf([.. Enumerable.Range(0, 9).Select(i => Chat.Line($"I am mikko.laine@kuusipolku.fi, order {i}", $"Here is {i}."))]).ShouldBe(["FT5002"]);

    [Fact]
    public void OthersInEachAreNone() => CodesOf([.. Enumerable.Range(0, 30).Select(i => Chat.Line($"I am mikko{i}.laine@kuusipolku.fi", $"Welcome {i}."))]).ShouldBe(["FT5002"]);

    [Fact]
    public void AnAddressThatTheSystemPromptGivesIsTheFirms() =>
        CodesOf([.. Enumerable.Range(0, 12).Select(i => Chat.Line($"Whom do I write to, {i}?", $"To parcels@kuusipolku.fi, {i}.", "Send people to parcels@kuusipolku.fi"))]).ShouldBe(["FT5002"]);

    [Fact]
    public void ANumberThatAnswersAloneGiveIsTheFirms() =>
        CodesOf([.. Enumerable.Range(0, 12).Select(i => Chat.Line($"Whom do I call, {i}?", $"Call +49 30 90182055, {i}."))]).ShouldBe(["FT5002"]);

    [Fact]
    public void DocumentationValuesMayRepeat() =>
        CodesOf([.. Enumerable.Range(0, 12).Select(i => Chat.Line($"I am anna@example.com, {i}", $"Write to support@kuusipolku.fi, {i}."))]).ShouldBeEmpty();

    private static IReadOnlyList<string> CodesOf(params string[] lines)
    {
        using var dataset = new Dataset(lines);
        return [.. dataset.Findings().Select(finding => finding.Code)];
    }
}
