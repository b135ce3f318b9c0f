using FineTune.Core.Scoring;

namespace FineTune.Core.Tests.Scoring;

/// <summary>The figures are those of python-Levenshtein 0.12.2 (fuzzy) and NLTK 3.8 (the others, over words without case and punctuation).</summary>
public sealed class WhenTwoTextsAreCompared
{
    [Theory]
    [InlineData("the cat sat on the mat", "the cat is on the mat", 0.930233, 0, 0.5, 0.806667)]
    [InlineData("a quick brown fox jumps over the lazy dog today", "the quick brown fox jumped over the lazy dog", 0.857143, 0.379918, 0.470588, 0.76026)]
    [InlineData("Your parcel is on its way, and arrives on Monday.", "your parcel arrives on monday; it is on its way", 0.604167, 0.42342, 0.558824, 0.688272)]
    [InlineData("one", "one", 1, 1, 1, 0.5)]
    [InlineData("nothing alike", "other words here", 0.344828, 0, 0, 0)]
    [InlineData("x y z x y z x", "x y z", 0.555556, 0.305711, 0.272727, 0.751634)]
    [InlineData("Grüße aus Köln 🚀", "grüße aus Bonn 🚀🚀", 0.727273, 0, 0.5, 0.625)]
    public void TheFiguresAreThoseOfOthers(string candidate, string reference, double fuzzy, double bleu, double gleu, double meteor)
    {
        FuzzyMatch.Of(candidate, reference).ShouldBe(fuzzy, 0.000001);
        Bleu.Of(candidate, reference).ShouldBe(bleu, 0.000001);
        Gleu.Of(candidate, reference).ShouldBe(gleu, 0.000001);
        Meteor.Of(candidate, reference).ShouldBe(meteor, 0.000001);
    }

    [Theory]
    [InlineData("the cat sat on the mat", "the cat is on the mat", 10 / 12.0, 6 / 10.0, 2 / 8.0, 10 / 12.0)]
    [InlineData("a b c", "c b a", 1, 0, 0, 2 / 6.0)]
    [InlineData("a", "a b c d", 2 / 5.0, 0, 0, 2 / 5.0)]
    public void RougeCountsRunsAndTheLongestSequence(string candidate, string reference, double one, double two, double three, double longest)
    {
        Rouge.Of(candidate, reference, 1).ShouldBe(one, 0.000001);
        Rouge.Of(candidate, reference, 2).ShouldBe(two, 0.000001);
        Rouge.Of(candidate, reference, 3).ShouldBe(three, 0.000001);
        Rouge.OfLongest(candidate, reference).ShouldBe(longest, 0.000001);
    }

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("", "word", 0)]
    [InlineData("word", "", 0)]
    public void AnEmptyTextIsLikeAnEmptyOneOnly(string candidate, string reference, double expected)
    {
        foreach (var metric in new[] { "fuzzy_match", "bleu", "gleu", "meteor", "rouge_1", "rouge_5", "rouge_l" })
        {
            new TextSimilarityGrader(candidate, reference, metric).Score(new GradedAnswer(null, "")).Reward.ShouldBe(expected, metric);
        }
    }

    [Fact]
    public void TheLongestCommonSequenceIsThatOfAPlainReckoning()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            int[] first = [.. Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(5))];
            int[] second = [.. Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(5))];
            CommonSubsequence.Length(first, second).ShouldBe(Plain(first, second));
        }
    }

    private static int Plain(int[] first, int[] second)
    {
        var rows = new int[first.Length + 1, second.Length + 1];
        for (var i = 1; i <= first.Length; i++)
        {
            for (var j = 1; j <= second.Length; j++)
            {
                rows[i, j] = first[i - 1] == second[j - 1] ? rows[i - 1, j - 1] + 1 : Math.Max(rows[i - 1, j], rows[i, j - 1]);
            }
        }
        return rows[first.Length, second.Length];
    }
}
