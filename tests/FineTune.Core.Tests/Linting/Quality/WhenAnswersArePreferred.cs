using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting.Quality;

public class WhenAnswersArePreferred
{
    [Fact]
    public void ThatTheyAreNearlyAlwaysLongerIsSaidOnce()
    {
        using var dataset = Pairs(50, i => i < 45 ? ($"Tent {i} weighs {i} kg with all of its poles.", $"Tent {i}: {i} kg with poles.") : ($"It is {i} kg.", $"As far as I know tent {i} weighs {i} kg."));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4019");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Message.ShouldBe("the preferred answer is the longer one in 45 of 50 pairs (90 %); the model can learn that instead of what is better. Add pairs where it is the other way round");
    }

    [Theory]
    [InlineData(30, 25)]
    [InlineData(50, 40)]
    [InlineData(19, 19)]
    public void WhereItMayBeChanceNothingIsSaid(int pairs, int longer)
    {
        using var dataset = Pairs(pairs, i => i < longer ? ($"Tent {i} weighs {i} kg with all of its poles.", $"Tent {i}: {i} kg with poles.") : ($"It is {i} kg.", $"As far as I know tent {i} weighs {i} kg."));

        dataset.Show().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("- tent {0}\n- mat {0}", "A tent, a mat, {0}", "the preferred answer has a list and the other does not in 24 of 24 pairs (100 %)")]
    [InlineData("Tent {0} it is.", "Is it tent {0}?", "the other answer ends with a question mark and the preferred one does not in 24 of 24 pairs (100 %)")]
    [InlineData("Sure thing, tent {0}.", "Tent {0} it is for you.", "the preferred answer alone begins with \"Sure thing,\" in 24 of 24 pairs (100 %)")]
    public void OneThingThatTellsThemApartIsNamed(string preferred, string other, string said)
    {
        using var dataset = Pairs(24, i => (string.Format(null, preferred, i), string.Format(null, other, i % 2 == 0 ? i : "of number twelve thousand")));

        dataset.Findings().ShouldHaveSingleItem().Message.ShouldContain(said);
    }

    [Fact]
    public void MixedPairsAreFine()
    {
        using var dataset = Pairs(60, i => i % 3 == 0 ? ($"It is {i} kg.", $"Tent {i} may weigh {i} kg or more.") : ($"Tent {i} weighs {i} kg, I checked.", $"Maybe {i}, who knows."));

        dataset.Show().ShouldBeEmpty();
    }

    private static Dataset Pairs(int count, Func<int, (string Preferred, string Other)> pair) => new([.. Enumerable.Range(0, count).Select(i => Line(i, pair(i)))]) { Profile = "openai" };

    private static string Line(int i, (string Preferred, string Other) pair) =>
        $$"""{"input":{"messages":[{"role":"user","content":"How heavy is tent {{i}}?"}]},"preferred_output":[{"role":"assistant","content":{{Text(pair.Preferred)}}}],"non_preferred_output":[{"role":"assistant","content":{{Text(pair.Other)}}}]}""";

    private static string Text(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
