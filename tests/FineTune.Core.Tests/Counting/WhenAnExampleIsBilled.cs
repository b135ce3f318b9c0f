using System.Text;
using FineTune.Core.Counting;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Counting;

public class WhenAnExampleIsBilled
{
    private readonly TokenCounter counter = TokenCounter.Create(Encodings.O200k);

    [Fact]
    public void MessagesAddTheOverheadOfTheChatFormat()
    {
        var tokens = new ExampleTokens(counter);
        tokens.Begin();
        tokens.AddMessage("user"u8);
        tokens.AddText("hello world"u8, isTrained: false);
        tokens.AddMessage("assistant"u8);
        tokens.AddText("hello"u8, isTrained: true);

        var count = tokens.End();

        count.ContentTokens.ShouldBe(3);
        count.TotalTokens.ShouldBe(3 + (2 * (3 + 1)) + 3);
        count.TrainedTokens.ShouldBe(1);
        count.Estimates.ShouldBe(TokenEstimates.ChatFormat);
    }

    [Fact]
    public void ANameCostsOneMoreThanItsText()
    {
        var named = Count(tokens => tokens.AddMessage("user"u8, "hello"u8));
        var nameless = Count(tokens => tokens.AddMessage("user"u8));
        named.TotalTokens.ShouldBe(nameless.TotalTokens + 2);
    }

    [Fact]
    public void WhatIsBehindTheLimitIsNeitherBilledNorTrained()
    {
        var tokens = new ExampleTokens(counter);
        tokens.Begin(limit: 10);
        tokens.AddMessage("assistant"u8);
        tokens.AddText(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("hello ", 40))), isTrained: true);

        var count = tokens.End();

        count.Truncated.ShouldBeTrue();
        count.BillableTokens.ShouldBe(10);
        count.TrainedTokens.ShouldBe(6);
    }

    [Fact]
    public void NothingIsTrainedWhereTheAnswerIsBehindTheLimit()
    {
        var tokens = new ExampleTokens(counter);
        tokens.Begin(limit: 5);
        tokens.AddMessage("user"u8);
        tokens.AddText("hello world"u8, isTrained: false);
        tokens.AddMessage("assistant"u8);
        tokens.AddText("hello"u8, isTrained: true);
        tokens.End().TrainedTokens.ShouldBe(0);
    }

    [Fact]
    public void ToolsAreCountedAsTheyAreRendered()
    {
        var rendered = Encoding.UTF8.GetString(new ToolRendering().Render("""
            [{"type":"function","function":{"name":"get_weather","description":"Current weather","parameters":{"type":"object",
            "properties":{"city":{"type":"string","description":"Name"},"unit":{"type":"string","enum":["c","f"]},"days":{"type":"array","items":{"type":"integer"}}},
            "required":["city"]}}},{"type":"function","function":{"name":"stop"}}]
            """u8));
        rendered.ShouldBe("""
            # Tools

            ## functions

            namespace functions {

            // Current weather
            type get_weather = (_: {
            // Name
            city: string,
            unit?: "c" | "f",
            days?: number[],
            }) => any;

            type stop = () => any;

            } // namespace functions
            """);
        Count(tokens => tokens.AddTools("[]"u8)).Estimates.ShouldBe(TokenEstimates.Tools);
    }

    [Theory]
    [InlineData("[{")]
    [InlineData("7")]
    [InlineData("[7,null,{\"function\":[]}]")]
    [InlineData("[{\"function\":{\"name\":\"\\ud800\"}}]")]
    public void ToolsThatAreNoneAreCountedAllTheSame(string json) =>
        Count(tokens => tokens.AddTools(Encoding.UTF8.GetBytes(json))).TotalTokens.ShouldBeGreaterThan(0);

    [Fact]
    public void AnImageOfUnknownSizeIsMarked()
    {
        Count(tokens => tokens.AddImage(null, lowDetail: false)).Estimates.ShouldBe(TokenEstimates.UnknownImages);
        Count(tokens => tokens.AddImage((512, 512), lowDetail: false)).TotalTokens.ShouldBe(255);
    }

    [Fact]
    public void APromptAndItsCompletionAreExact()
    {
        var count = Count(tokens =>
        {
            tokens.AddText("hello world"u8, isTrained: false);
            tokens.AddText("hello"u8, isTrained: true);
        });
        (count.TotalTokens, count.TrainedTokens, count.Estimates).ShouldBe((3, 1, TokenEstimates.None));
    }

    // The cookbook encodes every value of a message, adds 3 for each message, 1 for a name and 3 for the conversation, and cuts at 4,096.
    [Fact]
    public void AConversationIsCountedAsTheCookbookDoes()
    {
        var counter = TokenCounter.Create(Encodings.Cl100k);
        var tokens = new ExampleTokens(counter);
        string[][] messages =
        [
            ["system", "You tell what a parcel costs.", "prices"],
            ["user", "Zwei Kilo nach Bergen, was macht das?", ""],
            ["assistant", string.Concat(Enumerable.Repeat("eleven euros, ", 2_000)), ""],
        ];
        tokens.Begin(limit: 4_096);
        foreach (var message in messages)
        {
            tokens.AddMessage(Encoding.UTF8.GetBytes(message[0]), Encoding.UTF8.GetBytes(message[2]));
            tokens.AddText(Encoding.UTF8.GetBytes(message[1]), message[0] == "assistant");
        }

        var count = tokens.End();

        var values = messages.SelectMany(message => message).Where(value => value.Length > 0).Sum(value => counter.Count(Encoding.UTF8.GetBytes(value)));
        count.TotalTokens.ShouldBe(values + (3 * 3) + 1 + 3);
        count.BillableTokens.ShouldBe(4_096);
        (count.BillableTokens * DefaultEpochs.For(5)).ShouldBe(81_920);
    }

    private ExampleTokenCount Count(Action<ExampleTokens> add)
    {
        var tokens = new ExampleTokens(counter);
        tokens.Begin();
        add(tokens);
        return tokens.End();
    }
}
