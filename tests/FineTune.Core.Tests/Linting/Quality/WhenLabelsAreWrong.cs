using FineTune.Core.Findings;
using FineTune.Core.Linting.Labels;
using Xunit.Abstractions;

namespace FineTune.Core.Tests.Linting.Quality;

/// <summary>
/// Labels flipped on purpose in made classification data, and how many of them are found. It prints precision and recall:
/// <c>dotnet test tests/FineTune.Core.Tests --filter WhenLabelsAreWrong --logger "console;verbosity=detailed"</c>.
/// </summary>
public class WhenLabelsAreWrong(ITestOutputHelper output)
{
    private const string Command = "dotnet test tests/FineTune.Core.Tests --filter WhenLabelsAreWrong --logger \"console;verbosity=detailed\"";

    [Theory]
    [InlineData(400, 4, 0.35, 0.6)]
    [InlineData(1_000, 8, 0.35, 0.55)]
    [InlineData(3_000, 20, 0.35, 0.55)]
    [InlineData(3_000, 4, 0.2, 0.15)]
    public void ManyOfThemAreFoundAndHardlyAnyOther(int examples, int labels, double topical, double leastRecall)
    {
        var (found, right, flipped) = (0, 0, 0);
        for (var seed = 1; seed <= 5; seed++)
        {
            var tickets = new Tickets(seed, examples, labels, topical, flips: 0.05);
            var doubts = DoubtsOf(tickets, labels);
            found += doubts.Count;
            right += doubts.Count(tickets.Flipped.Contains);
            flipped += tickets.Flipped.Count;
        }
        var (precision, recall) = ((double)right / Math.Max(found, 1), (double)right / flipped);
        output.WriteLine($"{examples:N0} examples, {labels} labels, {topical:P0} of the words topical, 5 % of the labels flipped, seeds 1 to 5: precision {precision:F2}, recall {recall:F2} ({right} of {flipped} found, {found - right} false)");
        output.WriteLine(Command);
        precision.ShouldBeGreaterThan(0.95);
        recall.ShouldBeGreaterThan(leastRecall);
    }

    [Theory]
    [InlineData(400, 4, 0.35)]
    [InlineData(1_000, 8, 0.35)]
    [InlineData(3_000, 20, 0.35)]
    [InlineData(3_000, 4, 0.2)]
    [InlineData(3_000, 4, 0.1)]
    [InlineData(3_000, 4, 0.05)]
    public void RightLabelsAreLeftAlone(int examples, int labels, double topical)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            using var dataset = new Dataset(new Tickets(seed, examples, labels, topical, flips: 0).Lines) { Profile = "openai" };

            dataset.Findings().Where(finding => finding.Code == "FT4017").Select(finding => finding.Message).ShouldBeEmpty();
        }
    }

    [Fact]
    public void TheyAreSaidOnceWithTheirLines()
    {
        var tickets = new Tickets(seed: 1, examples: 400, labels: 4, topical: 0.35, flips: 0.05);
        using var dataset = new Dataset(tickets.Lines) { Profile = "openai" };

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4017");
        finding.Severity.ShouldBe(Severity.Warning);
        output.WriteLine(finding.Message);
        finding.Message.ShouldMatch("""^\d+ of 400 labels are probably wrong: line \d+ says "topic \d", likely "topic \d"; .*; and \d+ more\.""");
        tickets.Flipped.ShouldContain(finding.Range.Start.Line - 1);
    }

    private static List<int> DoubtsOf(Tickets tickets, int labels)
    {
        var words = new WordFeatures();
        var texts = tickets.Texts.Select((ticket, i) =>
        {
            words.Add(ticket.Text);
            return new LabelledText(i, ticket.Label, words.Take());
        });
        return [.. LabelDoubts.Find([.. texts], labels).Doubts.Select(doubt => doubt.Text.Example)];
    }
}
