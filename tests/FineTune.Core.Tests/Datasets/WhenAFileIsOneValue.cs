using System.Text;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Datasets;

public sealed class WhenAFileIsOneValue
{
    [Fact]
    public void EveryValueKnowsItsPlace()
    {
        var list = Read("{\n  \"ünï\": 1,\n  \"list\": [true,\n    \"é\"]\n}").Root.Find("list"u8)!.Value;

        list.Range.ShouldBe(new TextRange(new TextPosition(3, 11), new TextPosition(4, 9)));
        list.Items.Last().Range.ShouldBe(new TextRange(new TextPosition(4, 5), new TextPosition(4, 8)));
    }

    [Fact]
    public void AByteOrderMarkTakesNoPlace() => Read("\uFEFF[7]").Root.Items.Single().Range.Start.ShouldBe(new TextPosition(1, 2));

    [Fact]
    public void TextIsWithoutItsEscapes() => Read("""["a\n\u00e9\"", -1.50, {"b": null}]""").Root.Items.Select(item => item.Text).ShouldBe(["a\né\"", "-1.50", "{\"b\": null}"]);

    [Fact]
    public void TheLastOfANameIsFound() => Read("""{"a": 1, "\u0061": 2}""").Root.Find("a"u8)!.Value.Text.ShouldBe("2");

    [Fact]
    public void OnlyObjectsHaveMembersAndOnlyListsItems()
    {
        foreach (var value in Read("""[[1, 2], {"a": 3}, "x", 4, true, null]""").Root.Items)
        {
            value.Members.Any().ShouldBe(value.Kind == JsonKind.Object);
            value.Items.Any().ShouldBe(value.Kind == JsonKind.Array);
            (value.Find("a"u8) is not null).ShouldBe(value.Kind == JsonKind.Object);
        }
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"a\" 1}", 2, 7)]
    [InlineData("[1]\n\n]", 3, 1)]
    public void WhereItStopsToBeJsonIsSaid(string text, int line, int column)
    {
        JsonFile.Read(Encoding.UTF8.GetBytes(text), out var stop).ShouldBeNull();

        stop.ShouldBe(new TextPosition(line, column));
    }

    [Fact]
    public void WhatIsNotUtf8IsNoJson()
    {
        JsonFile.Read(new byte[] { (byte)'[', (byte)'\n', (byte)'"', 0xC3, (byte)'"', (byte)']' }, out var stop).ShouldBeNull();

        stop.ShouldBe(new TextPosition(2, 2));
    }

    [Theory]
    [InlineData("""{"a": "x\ud83d\ude00"}""", null)]
    [InlineData("""{"a": "x", "b": ["\ud83d", "\ude00"]}""", 18)]
    [InlineData("""{"\ude00": 1}""", 2)]
    public void HalfACharacterIsFound(string text, int? column) =>
        (Read(text).LoneSurrogate is { } half ? half.Range.Start.Column : (int?)null).ShouldBe(column);

    private static JsonFile Read(string text) => JsonFile.Read(Encoding.UTF8.GetBytes(text), out _).ShouldNotBeNull();
}
