using System.Text;
using FineTune.Core.Counting;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Counting;

/// <summary>One line of each format: every text of it is counted, and what a model learns to write is known.</summary>
public class WhenFormatsAreCounted
{
    private readonly TokenMeter meter = new(Encodings.O200k);

    private readonly TokenCounter counter = TokenCounter.Create(Encodings.O200k);

    public static TheoryData<string, string, string, int> Lines => new()
    {
        // The line, its texts that are only read, its texts that are learned, and its messages.
        { """{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"What does a parcel cost?"},{"role":"assistant","content":"Eleven euros."}]}""", "Be brief.|What does a parcel cost?", "Eleven euros.", 3 },
        { """{"messages":[{"role":"user","content":[{"type":"text","text":"Read"},{"type":"text","text":" this aloud"}]},{"role":"assistant","content":"\u00dcber \"alles\""}]}""", "Read| this aloud", "Über \"alles\"", 2 },
        { """{"messages":[{"role":"user","content":"How do I pick a lock?"},{"role":"assistant","content":null,"refusal":"I can't help with that."}]}""", "How do I pick a lock?", "I can't help with that.", 2 },
        { """{"messages":[{"role":"user","content":"How do I pick a lock?"},{"role":"assistant","content":[{"type":"refusal","refusal":"I can't help with that."}]}]}""", "How do I pick a lock?", "I can't help with that.", 2 },
        { """{"messages":[{"role":"user","content":"One?"},{"role":"assistant","content":"No, two.","weight":0},{"role":"user","content":"Two?"},{"role":"assistant","content":"Yes.","weight":1}]}""", "One?|No, two.|Two?", "Yes.", 4 },
        { """{"input":{"messages":[{"role":"user","content":"Cats or dogs?"}]},"preferred_output":[{"role":"assistant","content":"Cats, of course."}],"non_preferred_output":[{"role":"assistant","content":"Dogs are better."}]}""", "Cats or dogs?|Dogs are better.", "Cats, of course.", 3 },
        { """{"prompt":"Say hello to Anna","completion":" Hello, Anna!"}""", "Say hello to Anna", " Hello, Anna!", 0 },
        { """{"prompt":[{"role":"user","content":"Again?"},{"role":"assistant","content":"Yes, again."},{"role":"user","content":"Say hello"}],"completion":[{"role":"assistant","content":"Hello there!"}]}""", "Again?|Yes, again.|Say hello", "Hello there!", 4 },
        { """{"prompt":[{"type":"text","text":"Say hello"}],"completion":[{"type":"text","text":"Hello there!"}]}""", "Say hello", "Hello there!", 0 },
        { """{"text":"All of this is learned by heart."}""", "", "All of this is learned by heart.", 0 },
        { """{"system":"Be kind.","conversations":[{"from":"human","value":"Who goes there?"},{"from":"gpt","value":"A friend of yours."}]}""", "Be kind.|Who goes there?", "A friend of yours.", 3 },
        { """{"instruction":"Translate to German","input":"Good morning","output":"Guten Morgen"}""", "Translate to German|Good morning", "Guten Morgen", 2 },
        { """{"system":"Be exact.","history":[["First?","Yes, first."]],"instruction":"And second?","output":"Second as well."}""", "Be exact.|First?|And second?", "Yes, first.|Second as well.", 5 },
        { """{"schemaVersion":"bedrock-conversation-2024","system":[{"text":"Speak like a pirate."}],"messages":[{"role":"user","content":[{"text":"Who are you?"}]},{"role":"assistant","content":[{"text":"A captain, arr."}]}]}""", "Speak like a pirate.|Who are you?", "A captain, arr.", 3 },
        { """{"systemInstruction":{"role":"system","parts":[{"text":"Answer in rhymes."}]},"contents":[{"role":"user","parts":[{"text":"What is the moon?"}]},{"role":"model","parts":[{"text":"A silver spoon."}]}]}""", "Answer in rhymes.|What is the moon?", "A silver spoon.", 3 },
        { """{"system_instruction":{"parts":[{"text":"Answer in rhymes."}]},"contents":[{"parts":[{"text":"What is the moon?"}]},{"role":"model","parts":[{"text":"A silver spoon."}]}]}""", "Answer in rhymes.|What is the moon?", "A silver spoon.", 3 },
        { """{"prompt":"Cats or dogs?","chosen":"Cats, of course.","rejected":"Dogs are better."}""", "Cats or dogs?|Dogs are better.", "Cats, of course.", 0 },
        { """{"prompt":[{"role":"user","content":"Cats or dogs?"}],"chosen":[{"role":"assistant","content":"Cats, of course."}],"rejected":[{"role":"assistant","content":"Dogs are better."}]}""", "Cats or dogs?|Dogs are better.", "Cats, of course.", 3 },
        { """{"system":"Choose.","conversations":[{"from":"human","value":"Cats or dogs?"}],"chosen":{"from":"gpt","value":"Cats, of course."},"rejected":{"from":"gpt","value":"Dogs are better."}}""", "Choose.|Cats or dogs?|Dogs are better.", "Cats, of course.", 4 },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void EveryTextCountsAndOnlyAnswersAreLearned(string line, string read, string learned, int messages)
    {
        var count = meter.Count(ParsedLine.Of(line), limit: null);

        count.ContentTokens.ShouldBe(Count(read) + Count(learned));
        count.TrainedTokens.ShouldBe(Count(learned));
        // Every role is one token but for "gpt".
        var roles = messages + ((Count("gpt") - 1) * (line.Split("\"gpt\"").Length - 1));
        count.TotalTokens.ShouldBe(count.ContentTokens + (messages * 3) + roles + (messages > 0 ? 3 : 0));
        count.Estimates.ShouldBe(messages > 0 ? TokenEstimates.ChatFormat : TokenEstimates.None);
    }

    [Fact]
    public void TheOrderIsThatOfReadingSoThatAPromptBeyondTheLimitLeavesNoAnswer()
    {
        var gemini = ParsedLine.Of("""{"contents":[{"role":"user","parts":[{"text":"one two three four five six"}]},{"role":"model","parts":[{"text":"seven eight"}]}]}""");

        meter.Count(gemini, limit: 10).TrainedTokens.ShouldBe(0);
        meter.Count(gemini, limit: 15).TrainedTokens.ShouldBe(1);
        meter.Count(gemini, limit: 16).TrainedTokens.ShouldBe(2);
    }

    [Theory]
    [InlineData("tools", """[{"type":"function","function":{"name":"stop"}}]""")]
    [InlineData("functions", """[{"name":"stop"}]""")]
    public void ToolsCountInTheNewFormAndTheOld(string key, string tools)
    {
        var count = meter.Count(ParsedLine.Of($$"""{"{{key}}":{{tools}},"messages":[{"role":"user","content":"hello"}]}"""), limit: null);

        count.Estimates.ShouldBe(TokenEstimates.ChatFormat | TokenEstimates.Tools);
        count.TotalTokens.ShouldBe(1 + 4 + 3 + Count("# Tools\n\n## functions\n\nnamespace functions {\n\ntype stop = () => any;\n\n} // namespace functions"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"[]\"")]
    [InlineData("\"\"")]
    public void NoToolsAreNone(string tools) =>
        meter.Count(ParsedLine.Of($$"""{"tools":{{tools}},"functions":{{tools}},"messages":[{"role":"user","content":"hello"}]}"""), limit: null)
            .Estimates.ShouldBe(TokenEstimates.ChatFormat);

    [Fact]
    public void ToolsInAStringAreThoseItHolds()
    {
        var list = meter.Count(ParsedLine.Of("""{"tools":[{"name":"stop"}],"conversations":[{"from":"human","value":"hi"}]}"""), limit: null);
        var text = meter.Count(ParsedLine.Of("""{"tools":"[{\"name\":\"stop\"}]","conversations":[{"from":"human","value":"hi"}]}"""), limit: null);

        text.ShouldBe(list);
    }

    [Fact]
    public void EachLineHasItsOwnTools()
    {
        string[] tools = ["""[{"name":"stop"}]""", """[{"name":"stop_at_the_next_light"}]""", """[{"name":"stop"}]""", """[{"name":"stop"}]"""];
        int[] expected = [.. tools.Select(list => Of(new TokenMeter(Encodings.O200k), list))];

        tools.Select(list => Of(this.meter, list)).ShouldBe(expected);
        expected[1].ShouldBeGreaterThan(expected[0]);

        static int Of(TokenMeter meter, string list) => meter.Count(ParsedLine.Of($$"""{"tools":{{list}},"messages":[{"role":"user","content":"hi"}]}"""), limit: null).TotalTokens;
    }

    [Fact]
    public void RolesAndNamesCountWithTheirEscapesResolved()
    {
        var plain = meter.Count(ParsedLine.Of("""{"messages":[{"role":"user","name":"Jörg","content":"hi"}]}"""), limit: null);
        var escaped = meter.Count(ParsedLine.Of("""{"messages":[{"role":"\u0075ser","name":"J\u00f6rg","content":"hi"}]}"""), limit: null);

        escaped.ShouldBe(plain);
    }

    [Theory]
    [InlineData("data:image/png;base64,{0}", 425, nameof(TokenEstimates.Images))]
    [InlineData("data:image\\/png;base64,{0}", 425, nameof(TokenEstimates.Images))]
    [InlineData("https:\\/\\/example.org\\/a.png", 765, nameof(TokenEstimates.UnknownImages))]
    public void AnImageCountsByItsSizeWhereTheLineHoldsIt(string url, int tokens, string estimate)
    {
        // The slashes of Base64 are escaped too, as some writers do: 600 by 400 are two tiles.
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 88, 0, 0, 1, 144, 255, 255, 255];
        var address = url.Replace("{0}", Convert.ToBase64String(png).Replace("/", "\\/", StringComparison.Ordinal), StringComparison.Ordinal);

        var count = meter.Count(ParsedLine.Of($$$"""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"{{{address}}}"}}]}]}"""), limit: null);

        (count.TotalTokens, count.ContentTokens, count.Estimates).ShouldBe((tokens + 4 + 3, 0, TokenEstimates.ChatFormat | Enum.Parse<TokenEstimates>(estimate)));
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image"}]}]}""", nameof(TokenEstimates.UnknownImages))]
    [InlineData("""{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"iVBO"}}]}]}""", nameof(TokenEstimates.UnknownImages))]
    [InlineData("""{"contents":[{"role":"user","parts":[{"fileData":{"fileUri":"gs://a/b.png"}}]}]}""", nameof(TokenEstimates.UnknownImages))]
    [InlineData("""{"contents":[{"role":"model","parts":[{"functionCall":{"name":"stop","args":{}}}]}]}""", nameof(TokenEstimates.ToolCalls))]
    [InlineData("""{"schemaVersion":"1","messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":"iVBO"}}}]}]}""", nameof(TokenEstimates.UnknownImages))]
    [InlineData("""{"schemaVersion":"1","messages":[{"role":"assistant","content":[{"toolUse":{"name":"stop","input":{}}}]}]}""", nameof(TokenEstimates.ToolCalls))]
    [InlineData("""{"messages":[{"role":"assistant","function_call":{"name":"stop","arguments":"{}"}}]}""", nameof(TokenEstimates.ToolCalls))]
    public void WhatIsNoTextIsNamedAsAnEstimate(string line, string estimate)
    {
        var count = meter.Count(ParsedLine.Of(line), limit: null);

        count.Estimates.ShouldBe(TokenEstimates.ChatFormat | Enum.Parse<TokenEstimates>(estimate));
        count.TotalTokens.ShouldBeGreaterThan(4 + 3);
    }

    private int Count(string texts) => texts.Split('|').Sum(text => counter.Count(Encoding.UTF8.GetBytes(text)));
}
