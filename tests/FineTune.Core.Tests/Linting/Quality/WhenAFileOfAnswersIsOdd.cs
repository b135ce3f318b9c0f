using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting.Quality;

public class WhenAFileOfAnswersIsOdd
{
    private const string Prose = "A tent for two weighs about two kilograms, and this one is lighter, since its poles are made of carbon and its floor is thinner than that of last year";

    [Fact]
    public void ManyRefusalsAreSaidOnceWithTheirShare()
    {
        using var dataset = Answers(Enumerable.Range(0, 40).Select(i => i % 10 == 0 ? $"I'm sorry, but I can't help with number {i}." : $"Yes, number {i}."));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4005");
        finding.Message.ShouldStartWith("4 of 40 answers refuse (10 %)");
        finding.Range.Start.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("I cannot assist with that request.")]
    [InlineData("Sorry, but I’m unable to provide that.")]
    [InlineData("As an AI language model, I cannot answer that.")]
    [InlineData("Es tut mir leid, aber ich kann dabei nicht helfen.")]
    [InlineData("I must decline.")]
    public void RefusalsAreKnownByTheirWords(string refusal) =>
        Chat.CodesOfAnswers(Enumerable.Range(0, 30).Select(i => i < 5 ? $"{refusal} ({i})" : $"Yes, {i}.")).ShouldBe(["FT4005"]);

    [Fact]
    public void TwoRefusalsAreNoShare() =>
        Chat.CodesOfAnswers(Enumerable.Range(0, 10).Select(i => i < 2 ? $"I can't help with that. ({i})" : $"Yes, {i}.")).ShouldBeEmpty();

    [Fact]
    public void AnswersCutAtOneLengthAreFound()
    {
        var cut = Enumerable.Range(0, 20).Select(i => $"{i:000} {Prose}, {Prose}"[..260]);
        var whole = Enumerable.Range(0, 80).Select(i => $"{i:000} {Prose[..(60 + i)]}.");

        Chat.CodesOfAnswers(whole.Concat(cut)).ShouldBe(["FT4008"]);
    }

    [Fact]
    public void AnswersCutByTokensAreFound()
    {
        var cut = Enumerable.Range(0, 20).Select(i => $"{i:000} {Prose}, {Prose}"[..(220 + i * 3)]).Where(text => char.IsLetter(text[^1]) || text[^1] is ' ');
        var whole = Enumerable.Range(0, 80).Select(i => $"{i:000} {Prose[..(40 + i)]}.");

        Chat.CodesOfAnswers(whole.Concat(cut)).ShouldBe(["FT4008"]);
    }

    [Fact]
    public void AnswersWithoutAnyFullStopsAreAStyle() =>
        Chat.CodesOfAnswers(Enumerable.Range(0, 100).Select(i => $"{i:000} {Prose}, {Prose}"[..(160 + i % 90)].TrimEnd() + "x")).ShouldBeEmpty();

    [Fact]
    public void OneAnswerToAllIsFound()
    {
        using var dataset = Answers(Enumerable.Repeat("Thank you for your message.", 5));

        dataset.Show().ShouldHaveSingleItem().ShouldBe("(1,1-1) warning FT4010: all 5 examples have the same answer, word for word; the model will learn to say it to everything");
    }

    [Fact]
    public void TalksThatAllEndAlikeAreNone()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 5).Select(i => Chat.Turns($"Where is order {i}?", $"In depot {i}.", "Thank you!", "You're welcome!"))]);

        dataset.Show().ShouldBeEmpty();
    }

    [Fact]
    public void AnAnswerThatIsNotTrainedMayBeTheSame()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 5).Select(i => Chat.Turns($"Where is order {i}?", $"In depot {i}.", "Thank you!", "You're welcome!")[..^3] + ", \"weight\": 0}]}")]);

        dataset.Show().ShouldBeEmpty();
    }

    [Fact]
    public void OnePromptForAllIsSaidOnceAndNotAsConflicts()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 5).Select(i => Chat.Line("Say something.", $"Word {i}."))]);

        dataset.Findings().ShouldHaveSingleItem().Message.ShouldStartWith("all 5 examples have the same prompt");
    }

    [Fact]
    public void ALabelThatNearlyAllHaveIsFound() =>
        Chat.CodesOfAnswers(Enumerable.Range(0, 40).Select(i => i == 7 ? "return" : "repair")).ShouldBe(["FT4011"]);

    [Fact]
    public void LabelsInOrdinaryNumbersAreFine() =>
        Chat.CodesOfAnswers(Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? "return" : "repair")).ShouldBeEmpty();

    [Fact]
    public void AnExampleFarLongerThanTheRestIsFoundWithBothSizes()
    {
        using var dataset = Answers(Enumerable.Range(0, 200).Select(i => i == 150 ? string.Join(' ', Enumerable.Range(0, 2000).Select(n => $"word{n}")) + "." : $"{Prose} {i}."));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4012");
        finding.Severity.ShouldBe(Severity.Info);
        finding.Range.Start.Line.ShouldBe(151);
    }

    [Theory]
    [InlineData("{{\"intent\": \"repair\", \"id\": {0}}}", "{\"intent\": \"repair\"")]
    [InlineData("<intent id=\"{0}\">repair</intent>", "<intent>repair</inten")]
    [InlineData("```\nrepair {0}\n```", "```\nrepair")]
    public void OneAnswerOfManyThatDoesNotParseIsFound(string sound, string broken)
    {
        using var dataset = Answers(Enumerable.Range(0, 20).Select(i => i == 12 ? broken : string.Format(System.Globalization.CultureInfo.InvariantCulture, sound, i)));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4016");
        finding.Range.Start.Line.ShouldBe(13);
    }

    [Fact]
    public void ProseAmongJsonIsFoundOnlyWhereItIsRare()
    {
        Chat.CodesOfAnswers(Enumerable.Range(0, 100).Select(i => i == 12 ? "I do not know." : $"{{\"id\": {i}}}")).ShouldBe(["FT4016"]);
        Chat.CodesOfAnswers(Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? $"I do not know {i}." : $"{{\"id\": {i}}}")).ShouldBeEmpty();
    }

    [Fact]
    public void AChangedSystemPromptIsFoundWithTheChange()
    {
        const string Usual = "You answer for the outdoor shop Alta. Be brief, be friendly, and never promise a date of delivery that you do not know.";
        using var dataset = new Dataset([.. Enumerable.Range(0, 20).Select(i => Chat.Line($"Question {i}?", $"Answer {i}.", i < 3 ? Usual.Replace("friendly", "polite", StringComparison.Ordinal) : Usual))]);

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4004");
        finding.Range.Start.Line.ShouldBe(1);
        finding.Message.ShouldContain("(3 examples) differs little from that of line 4 (17): \"polite,\" instead of \"friendly,\"");
    }

    [Theory]
    [InlineData("You talk to {0}. Be brief, be friendly, and never promise a date of delivery that you do not know.", "Anna", "Olof")]
    [InlineData("Today is {0}. You answer for the outdoor shop Alta, and never promise a date of delivery that you do not know.", "2024-01-05", "2024-01-06")]
    [InlineData("{0}", "You translate.", "You write poems about the sea.")]
    public void PromptsOfATemplateOrForOtherTasksAreMeant(string prompt, string one, string other)
    {
        string of(string value) => string.Format(System.Globalization.CultureInfo.InvariantCulture, prompt, value);
        using var dataset = new Dataset([.. Enumerable.Range(0, 20).Select(i => Chat.Line($"Question {i}?", $"Answer {i}.", of(i < 3 ? one : other)))]);

        dataset.Show().ShouldBeEmpty();
    }

    [Fact]
    public void NearDuplicatesAreFoundOnRequestWithTheParameters()
    {
        string[] lines =
        [
            Chat.Line("My order 5521 from Monday has not arrived, can you please tell me where it is right now?", "I am sorry for the wait. Please send me the address of the order and I will look it up at once."),
            Chat.Line("The parcel came, but one trekking pole is missing.", "Poles ship in pairs, so something went wrong in packing. I will send the second one today."),
            Chat.Line("My order 5522 from Monday has not arrived, can you please tell me where it is right now?", "I am sorry for the wait. Please send me the address of the order and I will look it up at once."),
        ];
        using var deep = new Dataset(lines) { Deep = true };
        using var shallow = new Dataset(lines);

        var finding = deep.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4002");
        finding.Range.Start.Line.ShouldBe(3);
        finding.Message.ShouldContain("like line 1 (Jaccard of 3-word shingles, threshold 0.80, MinHash of 60 in 12 bands)");
        shallow.Show().ShouldBeEmpty();
    }

    private static Dataset Answers(IEnumerable<string> answers) => new([.. answers.Select((answer, i) => Chat.Line($"Question {i}?", answer))]);
}
