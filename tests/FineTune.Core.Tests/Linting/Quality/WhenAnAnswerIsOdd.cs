namespace FineTune.Core.Tests.Linting.Quality;

public class WhenAnAnswerIsOdd
{
    [Theory]
    [InlineData("I am Claude, an AI assistant made by Anthropic.")]
    [InlineData("I'm ChatGPT, how can I help?")]
    [InlineData("I’m ChatGPT. How can I help?")]
    [InlineData("Hello! My name is DeepSeek.")]
    [InlineData("As ChatGPT, I cannot have opinions.")]
    [InlineData("I was trained by OpenAI.")]
    [InlineData("I am a large language model, trained by Google.")]
    [InlineData("As an AI language model developed by OpenAI, I think so.")]
    [InlineData("Sure. I'm an AI assistant created by the Alibaba group.")]
    public void AForeignIdentityIsFound(string answer) => CodesOf(answer).ShouldBe(["FT4006"]);

    [Fact]
    public void TheNameIsWhatIsPointedAt()
    {
        using var dataset = new Dataset(Chat.Line("Who?", "I am Qwen."));

        dataset.Findings()[0].Range.Start.Column.ShouldBe(Chat.Line("Who?", "I am Qwen.").IndexOf("Qwen", StringComparison.Ordinal) + 1);
    }

    [Fact]
    public void AnIdentityThatTheSystemPromptGivesIsMeant()
    {
        using var dataset = new Dataset(Chat.Line("Who are you?", "I am Claude, an AI assistant made by Anthropic.", "You are Claude, made by Anthropic."));

        dataset.Show().ShouldBeEmpty();
    }

    [Fact]
    public void ARejectedAnswerMayClaimIt()
    {
        var line = """{"input": {"messages": [{"role": "user", "content": "Who are you?"}]}, "preferred_output": [{"role": "assistant", "content": "The shop's assistant."}], "non_preferred_output": [{"role": "assistant", "content": "I am ChatGPT."}]}""";

        Dataset.CodesOf(line, method: FineTune.Core.Catalog.TuningMethod.Dpo).ShouldBeEmpty();
    }

    [Fact]
    public void ALoopIsFoundWithWhatIsSaidAndHowOften()
    {
        using var dataset = new Dataset(Chat.Line("Go on", "A tent. " + string.Concat(Enumerable.Repeat("It is light. ", 40)).Trim()));

        dataset.Show().ShouldHaveSingleItem().ShouldContain("It is light.");
        dataset.Findings()[0].Code.ShouldBe("FT4007");
    }

    [Theory]
    [InlineData("Und dann weiter, und dann weiter über den größten Berg. ")]
    [InlineData("ha ha ha ha ")]
    [InlineData("line one\nline two\n")]
    public void ALoopOfAnyPeriodIsFound(string period) => CodesOf(string.Concat(Enumerable.Repeat(period, 30))).ShouldBe(["FT4007"]);

    [Theory]
    [InlineData("Beside the CafÃ© Polar.", "CafÃ©", "Café")]
    [InlineData("Itâ€™s open daily.", "Itâ€™", "It’")]
    [InlineData("20 Â°C", "Â°", "°")]
    [InlineData("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет")]
    [InlineData("æ—¥æœ¬", "æ—¥æœ¬", "日本")]
    [InlineData("Yes ðŸ˜€", "ðŸ˜€", "😀")]
    public void MojibakeIsFoundWithWhatItWas(string answer, string shown, string meant)
    {
        foreach (var line in new[] { Chat.Line("Where?", answer), Raw("Where?", answer) })
        {
            using var dataset = new Dataset(line);
            var finding = dataset.Findings().ShouldHaveSingleItem();
            finding.Code.ShouldBe("FT4009");
            finding.Message.ShouldContain($"\"{shown}\" is \"{meant}\"");
        }
    }

    [Fact]
    public void ARepeatedQuestionIsFound()
    {
        using var dataset = new Dataset(Chat.Turns("My parcel has not arrived, the number is 5521.", "I look it up.", "My parcel has not arrived, the number is 5521.", "It left today."));

        dataset.Findings().ShouldHaveSingleItem().Code.ShouldBe("FT4013");
    }

    [Theory]
    [InlineData("1. Print the label.\\n2. Pack the tent.\\n3. Hand it in.")]
    [InlineData("Dear Anna,\\n\\nThank you.")]
    [InlineData("We call it \\\"light\\\" because it is.")]
    public void TextThatWasEscapedTwiceIsFound(string answer) => CodesOf(answer).ShouldBe(["FT4014"]);

    [Theory]
    [InlineData("Yes, we do. Kind regards, [Your Name]", "[Your Name]")]
    [InlineData("Hello [Customer Name], it is on its way.", "[Customer Name]")]
    [InlineData("[INSERT PRICE HERE] euros.", "[INSERT PRICE HERE]")]
    [InlineData("Lorem ipsum dolor sit amet.", "Lorem ipsum")]
    public void APlaceholderIsFound(string answer, string placeholder)
    {
        using var dataset = new Dataset(Chat.Line("Do you ship to Norway?", answer));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT4015");
        finding.Message.ShouldStartWith($"\"{placeholder}\"");
    }

    [Fact]
    public void AMessageOfWeightZeroIsNotJudged()
    {
        var line = """{"messages": [{"role": "user", "content": "Who?"}, {"role": "assistant", "content": "I am ChatGPT.", "weight": 0}, {"role": "user", "content": "No."}, {"role": "assistant", "content": "The shop's assistant."}]}""";

        Dataset.CodesOf(line).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> CodesOf(string answer) => Dataset.CodesOf(Chat.Line("Do you ship to Norway?", answer));

    /// <summary>The line with its letters as bytes, not as escapes.</summary>
    private static string Raw(string question, string answer) => $$"""{"messages": [{"role": "user", "content": "{{question}}"}, {"role": "assistant", "content": "{{answer}}"}]}""";
}
