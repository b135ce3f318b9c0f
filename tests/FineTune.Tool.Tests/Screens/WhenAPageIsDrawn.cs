using FineTune.Tool.Rendering;
using Spectre.Console;
using Spectre.Console.Testing;

namespace FineTune.Tool.Tests.Screens;

public sealed class WhenAPageIsDrawn
{
    [Fact]
    public void ItGoesToAPipeAsItIs()
    {
        var output = new StringWriter();
        var word = new string('x', 500);

        new Screen(output, hasColor: false, Screen.Endless).Draw(new Rows(Paint.Text("Bold", Paint.Bold), Facts.Of(2).Add("name", $"{word} and {word}").Add("other", "short")));

        output.ToString().ShouldBe($"Bold\n  name       {word} and {word}\n  other      short\n");
    }

    [Fact]
    public void WhatIsLongGoesOnBelowItself() =>
        Lines(32, Facts.Of(2).Add("cost", "about 3.20 USD: 1,000 tokens × 3 epochs")).ShouldBe(["  cost       about 3.20 USD:", "             1,000 tokens × 3", "             epochs"]);

    [Fact]
    public void AnIdIsNeverCut() =>
        Lines(20, PlainTable.Of(["A", "MODEL"], [["1", "ft:gpt-4.1-mini:acme"]])).ShouldBe(["A  MODEL", "1  ft:gpt-4.1-mini:acme"]);

    [Fact]
    public void WhatIsPaintedEndsWithItsLastLetter()
    {
        var output = new StringWriter();

        new Screen(output, hasColor: true, 80).Draw(PlainTable.Of(["NAME", "B"], [["1", "2"]]));

        output.ToString().Split('\n').ShouldAllBe(line => !line.EndsWith(' ') && !line.Contains(" \e[0m", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatMovesWithoutColorsIsNeitherBoldNorDim()
    {
        var output = new StringWriter();

        Screen.Console(output, 80, moves: true, hasColor: false).Write(Paint.Text("b", Paint.Bold).Then("d", Paint.Dim));

        output.ToString().ShouldBe("bd");
    }

    [Fact]
    public void ColumnsAreAsWideAsTheyLook() =>
        Lines(80, PlainTable.Of(["NAME", "B"], [["日本語", "1"], ["a::b", "2"], ["e\u0301e\u0301e\u0301e\u0301", "3"]])).ShouldBe(["NAME    B", "日本語  1", "a:\u200B:b    2", "e\u0301e\u0301e\u0301e\u0301    3"]);

    [Theory]
    [InlineData("[red]x[/] and [[y]]", "[red]x[/] and [[y]]")]
    [InlineData("a:fire:b", "a:fire:b")]
    [InlineData("a\e[31mb\u0007", "a\\u001b[31mb\\u0007")]
    [InlineData("a\nb", "a\\nb")]
    public void TextIsShownAndNotRead(string text, string shown) => Lines(80, PlainTable.Of(["NAME"], [[text]]))[1].ShouldBe(shown);

    [Fact]
    public void ASecretIsMaskedBeforeItIsBrokenIntoLines() =>
        string.Concat(Lines(20, Facts.Of(2).Add("key", Workspace.Key)).Select(line => line.Trim())).ShouldNotContain(Workspace.Key[12..30]);

    [Fact]
    public void ItsColorsAreThoseOfTheReports()
    {
        var output = new StringWriter();

        new Screen(output, hasColor: true, 80).Draw(Paint.Text("r", Paint.Red).Then("y", Paint.Yellow).Then("g", Paint.Green).Then("b", Paint.Blue).Then("B", Paint.Bold).Then("d", Paint.Dim));

        var ink = new FineTune.Core.Reporting.Frames.Ansi(enabled: true);
        output.ToString().ShouldBe(ink.Red("r") + ink.Yellow("y") + ink.Green("g") + ink.Blue("b") + ink.Bold("B") + ink.Dim("d") + "\n");
    }

    [Theory]
    [InlineData(80, 40, 20)]
    [InlineData(24, 22, 11)]
    [InlineData(1, 0, 0)]
    public void BarsKeepTheirProportion(int width, int longest, int half)
    {
        Lines(width, new Bar(2, 2))[0].ShouldBe((new string('█', longest) + " 2").TrimStart());
        Lines(width, new Bar(1, 2))[0].ShouldBe((new string('█', half) + " 1").TrimStart());
        Lines(width, new Bar(0, 2))[0].ShouldBe("0");
    }

    private static string[] Lines(int width, Spectre.Console.Rendering.IRenderable page)
    {
        using var console = new TestConsole().Width(width);
        console.Write(page);
        return [.. console.Output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd(' '))];
    }
}
