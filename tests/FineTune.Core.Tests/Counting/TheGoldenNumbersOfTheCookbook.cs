using FineTune.Core.Counting;
using FineTune.Core.Tests.Linting;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Counting;

/// <summary>What the notebook of OpenAI's cookbook prints for its own data, where the folder that holds it stands beside the repository.</summary>
public class TheGoldenNumbersOfTheCookbook
{
    [SharedFact(RealCases.Scoreboard)]
    public void AreOurs()
    {
        var folder = RealCases.Folder;
        var meter = new TokenMeter(Encodings.Cl100k);
        var counts = File.ReadLines(Path.Combine(folder, "c01-cookbook-toy.jsonl")).Select(line => meter.Count(ParsedLine.Of(line), limit: 4_096)).ToArray();

        var totals = counts.Select(count => count.TotalTokens).Order().ToArray();
        (totals[0], totals[2], totals[^1], totals.Average()).ShouldBe((26, 45, 8_032, 1_648.4));
        counts.Sum(count => count.BillableTokens).ShouldBe(4_306);
        (counts.Sum(count => count.BillableTokens) * DefaultEpochs.For(counts.Length)).ShouldBe(86_120);

        // Its answers are counted before any cut.
        var answers = File.ReadLines(Path.Combine(folder, "c01-cookbook-toy.jsonl")).Select(line => meter.Count(ParsedLine.Of(line), limit: null).TrainedTokens).Order().ToArray();
        (answers[0], answers[2], answers[^1], answers.Average()).ShouldBe((4, 10, 8_000, 1_610.2));
    }
}
