using System.Text.Json;
using FineTune.Core.Counting;
using FineTune.Core.Tests.Linting;
using FineTune.Core.Tokenization;

namespace FineTune.Core.Tests.Counting;

/// <summary>What tells, without a vocabulary, which examples must be counted.</summary>
public class WhenAnExampleMayBeTooLong
{
    private const int Limit = 1_000;

    private readonly TokenBound bound = new();

    private readonly TokenMeter meter = new(Encodings.O200k);

    public static TheoryData<string> Dense =>
    [
        // Lines with many tokens for their bytes.
        """{"messages":[{},{},{},{"role":"user"},{"content":"a"}]}""",
        """{"messages":[{"role":"user","name":"a","content":"a"}]}""",
        """{"instruction":"","output":"","history":[["",""],["",""],["",""],["",""],["",""],["",""]]}""",
        """{"instruction":"","output":"","history":[[],[1],[1,1,1,1,1,1,1],["","","","",""],["",""]]}""",
        """{"instruction":[{"image_url":""},{"image_url":""}],"output":""}""",
        """{"system":[{"image":""},{"image":""}],"conversations":[]}""",
        """{"prompt":[{"image":1},{"image":1},{"image":1}],"completion":""}""",
        """{"prompt":"","completion":[{"image":1},{"type":"image"},"a"]}""",
        """{"contents":[{},{},{}],"systemInstruction":[{"image":1},{"text":""}]}""",
        """{"contents":[{"parts":[{"inlineData":1,"fileData":1}]}]}""",
        """{"schemaVersion":1,"toolConfig":{"a":1},"messages":[{"content":[{"image":{}}]}]}""",
        """{"messages":[{"role":"user","content":[{"image_url":{"url":"https://a.b/c.png"}}]}]}""",
        """{"tools":[{"name":"a"},{"name":"b"}],"messages":[]}""",
        """{"functions":[{"name":"a","parameters":{"properties":{"a":1,"b":1,"c":{"properties":{"a":1,"b":{"properties":{"a":1,"":1}}}}}}}],"messages":[]}""",
        """{"tools":"[{\"name\":\"a\"}]","messages":[]}""",
        """{"prompt":"","chosen":"","rejected":""}""",
        """{"text":"\u4e00\u4e01\u4e02\ud83d\ude00"}""",
    ];

    [Theory]
    [MemberData(nameof(Dense))]
    public void ItIsNotMissed(string line)
    {
        var example = ParsedLine.Of(line);
        var tokens = meter.Count(example, limit: null).TotalTokens;

        bound.MayExceed(example, tokens - 1).ShouldBeTrue();
    }

    [Fact]
    public void NeitherAreThoseOfEveryCase()
    {
        var lines = LintCase.All.SelectMany(known => System.Text.Encoding.UTF8.GetString(known.Content).TrimStart('\uFEFF').Split('\n')).Where(IsObject).ToList();

        lines.Count.ShouldBeGreaterThan(200);
        foreach (var line in lines)
        {
            var example = ParsedLine.Of(line);
            bound.MayExceed(example, meter.Count(example, limit: null).TotalTokens - 1).ShouldBeTrue(line);
        }
    }

    [Fact]
    public void WhatAnImageHoldsIsNoText() =>
        bound.MayExceed(ParsedLine.Of(WithImage($"data:image/png;base64,{new string('A', 100_000)}")), 2_000).ShouldBeFalse();

    [Fact]
    public void AnImageIsAsLargeAsOneCanBe()
    {
        bound.MayExceed(ParsedLine.Of(WithImage("https://a.b/c.png")), Limit).ShouldBeTrue();
        bound.MayExceed(ParsedLine.Of(WithImage("https://a.b/c.png\",\"detail\":\"low")), Limit).ShouldBeFalse();
    }

    [Fact]
    public void AnEscapeIsTheCharacterItStandsFor()
    {
        var text = string.Concat(Enumerable.Repeat("\\u00fc", 400));

        bound.MayExceed(ParsedLine.Of($$"""{"text":"{{text}}"}"""), Limit).ShouldBeFalse();
        bound.MayExceed(ParsedLine.Of($$"""{"text":"{{text}}{{text}}"}"""), Limit).ShouldBeTrue();
    }

    [Fact]
    public void KeysAndFieldsThatNobodyReadsAreNoTokens() =>
        bound.MayExceed(ParsedLine.Of($$"""{"text":"hello","source":"{{new string('a', 2 * Limit)}}"}"""), Limit).ShouldBeFalse();

    [Theory]
    [InlineData(8)]
    [InlineData(200)]
    public void ToolsAreRenderedIntoNoMoreThanTheirBound(int depth)
    {
        var schema = string.Concat(Enumerable.Repeat("""{"properties":{"":1,"":1,"":1,"":""", Math.Min(depth, 25))) + "1" + string.Concat(Enumerable.Repeat("}}", Math.Min(depth, 25)));
        var tools = $$"""[{"name":"a","parameters":{{schema}}}{{string.Concat(Enumerable.Repeat(""",{"name":"b"}""", depth))}}]""";

        var rendered = new ToolRendering().Render(System.Text.Encoding.UTF8.GetBytes(tools)).Length;

        rendered.ShouldBeGreaterThan(tools.Length / 4);
        ((long)rendered).ShouldBeLessThanOrEqualTo(ToolRendering.MostBytes(tools.Length));
    }

    private static string WithImage(string url) =>
        $$$"""{"messages":[{"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"{{{url}}}"}}]}]}""";

    private static bool IsObject(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
