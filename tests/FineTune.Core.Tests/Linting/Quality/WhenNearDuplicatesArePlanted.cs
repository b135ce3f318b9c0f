using System.Globalization;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace FineTune.Core.Tests.Linting.Quality;

/// <summary>Pairs whose likeness is known, among many others; the likeness is computed here in another way.</summary>
public class WhenNearDuplicatesArePlanted(ITestOutputHelper output)
{
    private const double Threshold = 0.8;

    private const int Files = 8;

    /// <summary>Fewer than findings of one rule are shown.</summary>
    private const int Pairs = 90;

    private const int Others = 300;

    /// <summary>Opening words that all examples share: at 30 of about 110, any two are a sixth alike.</summary>
    [Theory]
    [InlineData(0, 0.99)]
    [InlineData(30, 0.97)]
    public void ThoseOverTheThresholdAreFoundAndNoOthers(int shared, double leastRecall)
    {
        var planted = new List<(double Jaccard, bool Found)>();
        for (var seed = 1; seed <= Files; seed++)
        {
            planted.AddRange(PlantedIn(seed, shared));
        }
        var alike = planted.Where(pair => pair.Jaccard >= Threshold).ToList();
        for (var from = 0.5; from < 1; from += 0.05)
        {
            var of = planted.Where(pair => pair.Jaccard >= from && pair.Jaccard < from + 0.05).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Jaccard {from:F2}: {of.Count(pair => pair.Found)} of {of.Count} found"));
        }
        alike.Count.ShouldBeGreaterThan(200);
        planted.Count(pair => pair.Jaccard is >= 0.7 and < Threshold).ShouldBeGreaterThan(50);
        ((double)alike.Count(pair => pair.Found) / alike.Count).ShouldBeGreaterThanOrEqualTo(leastRecall);
        planted.Where(pair => pair.Jaccard >= 0.9).ShouldAllBe(pair => pair.Found);
        planted.Where(pair => pair.Jaccard < Threshold).ShouldAllBe(pair => !pair.Found);
    }

    /// <summary>Plants pairs and tells which were found; what is found beside them, or with another likeness, fails.</summary>
    private static IEnumerable<(double Jaccard, bool Found)> PlantedIn(int seed, int shared)
    {
        var random = new Random(seed);
        var opening = Words(new Random(99), shared);
        var lines = new List<(string Question, string[] Answer, int Pair)>();
        var likeness = new double[Pairs];
        for (var i = 0; i < Pairs + Others; i++)
        {
            var (question, answer) = (string.Join(' ', Words(random, 8)), (string[])[.. opening, .. Words(random, random.Next(60, 110))]);
            lines.Add((question, answer, i < Pairs ? i : -1));
            if (i < Pairs)
            {
                // Another question, or the pair would be a contradiction and no near duplicate.
                var (otherQuestion, other) = (question + " " + Word(random), answer.ToArray());
                for (var edits = random.Next(12); edits > 0; edits--)
                {
                    other[random.Next(other.Length)] = Word(random);
                }
                lines.Add((otherQuestion, other, i));
                likeness[i] = Jaccard(Shingles(question, answer), Shingles(otherQuestion, other));
            }
        }
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        using var dataset = new Dataset([.. shuffled.Select(line => Chat.Line(line.Question + "?", string.Join(' ', line.Answer) + "."))]) { Deep = true };

        var found = new bool[Pairs];
        foreach (var finding in dataset.Findings().Where(finding => finding.Code == "FT4002"))
        {
            finding.Message.ShouldContain("(Jaccard of 3-word shingles, threshold 0.80, MinHash of 60 in 12 bands)");
            var words = finding.Message.Split(' ');
            var first = shuffled[int.Parse(words[Array.IndexOf(words, "line") + 1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) - 1];
            var pair = shuffled[finding.Range.Start.Line - 1].Pair;
            first.Pair.ShouldBe(pair, finding.Message);
            pair.ShouldBeGreaterThanOrEqualTo(0, finding.Message);
            finding.Message.ShouldStartWith(string.Create(CultureInfo.InvariantCulture, $"this example is {likeness[pair]:P0} like "));
            found[pair] = true;
        }
        return likeness.Zip(found);
    }

    [Theory]
    [InlineData("How will the weather be?", "It rains.", "Where is the parcel?", "In Oslo.")]
    [InlineData("One", "1", "One ", "1")]
    public void TheSameLastQuestionAfterAnotherTalkIsNoContradiction(string ask, string answer, string otherAsk, string otherAnswer)
    {
        using var dataset = new Dataset([.. Sound, Chat.Turns(ask, answer, "And tomorrow?", "Sun."), Chat.Turns(otherAsk, otherAnswer, "And tomorrow?", "In Bergen.")]);

        dataset.Findings().Where(finding => finding.Code is "FT4003").ShouldBeEmpty();
    }

    [Fact]
    public void AnotherSystemPromptOrOtherToolsMayHaveAnotherAnswer()
    {
        var tools = JsonNode.Parse(Chat.Line("And tomorrow?", "Let me see."))!.AsObject();
        tools["tools"] = JsonNode.Parse("""[{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]""");
        using var dataset = new Dataset([.. Sound, Chat.Line("And tomorrow?", "Sun."), Chat.Line("And tomorrow?", "Sol.", "Answer in Norwegian."), tools.ToJsonString()]);

        dataset.Findings().Where(finding => finding.Code is "FT4003").ShouldBeEmpty();
    }

    [Fact]
    public void TheSameTalkToTheLastWordIsOne()
    {
        using var dataset = new Dataset([.. Sound, Chat.Turns("How will the weather be?", "It rains.", "And tomorrow?", "Sun."), Chat.Turns("How will the weather be?", "It rains.", "And tomorrow?", "Snow.")]);

        dataset.Findings().Where(finding => finding.Code is "FT4003").ShouldHaveSingleItem().Message.ShouldContain("line 22 (as line 21)");
    }

    private static IEnumerable<string> Sound => Enumerable.Range(0, 20).Select(i => Chat.Line($"Question {i}?", $"Answer {i}."));

    private static string[] Words(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Word(random))];

    private static string Word(Random random) => string.Create(CultureInfo.InvariantCulture, $"w{random.Next(4000)}");

    private static HashSet<string> Shingles(string question, string[] answer) => [.. Shingles(question.Split(' ')), .. Shingles(answer)];

    private static IEnumerable<string> Shingles(string[] words) => Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => string.Join(' ', words[i..(i + 3)]));

    private static double Jaccard(HashSet<string> one, HashSet<string> other) => (double)one.Intersect(other).Count() / one.Union(other).Count();
}
