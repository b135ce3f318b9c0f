using FineTune.Core.Reporting.Frames;

namespace FineTune.Core.Tests.Reporting;

public sealed class WhenALineIsShown
{
    private const string Key = "sk-abcdefghijklmnopqrstuvwx123456";

    [Fact]
    public void AShortOneIsWhole()
    {
        var frame = CodeFrame.Of("""{"role": "bot"}""", 9, 14, 60);
        frame.ShouldBe(new CodeFrame("""{"role": "bot"}""", 9, 5));
    }

    [Fact]
    public void ALongOneIsAWindowAroundTheMark()
    {
        var line = new string('a', 300) + "|" + new string('b', 300);
        var frame = CodeFrame.Of(line, 300, 301, 40);
        frame.Text.ShouldStartWith("…a");
        frame.Text.ShouldEndWith("b…");
        frame.Text.Length.ShouldBe(40);
        frame.Text[frame.Indent].ShouldBe('|');
    }

    [Fact]
    public void TheEndOfALongOneKeepsWhatComesBefore()
    {
        var frame = CodeFrame.Of(new string('a', 300) + "|", 300, 301, 40);
        frame.Text.ShouldBe("…" + new string('a', 37) + "|");
        frame.Indent.ShouldBe(38);
    }

    [Fact]
    public void AMarkWiderThanTheWindowIsCut()
    {
        var frame = CodeFrame.Of(new string('x', 500), 10, 490, 40);
        DisplayWidth.Of(frame.Text).ShouldBeLessThanOrEqualTo(40);
        frame.Carets.ShouldBeLessThanOrEqualTo(40);
    }

    [Fact]
    public void WideCharactersTakeTwoColumns()
    {
        var frame = CodeFrame.Of("日本 👋 x", 6, 7, 40);
        frame.ShouldBe(new CodeFrame("日本 👋 x", 8, 1));
    }

    [Fact]
    public void BeyondTheEndItPointsAtTheEnd() => CodeFrame.Of("abc", 99, 120, 40).ShouldBe(new CodeFrame("abc", 3, 1));

    [Theory]
    [InlineData("{\"content\": \"" + Key + " and more\"}", 2)]
    [InlineData("{\"content\": \"" + Key + " and more\"}", 20)]
    [InlineData("{\"content\": \"" + Key + " and more\"}", 48)]
    [InlineData("-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\\n", 2)]
    public void SecretsAreNotShown(string line, int at)
    {
        for (var width = 20; width < 120; width += 7)
        {
            var frame = CodeFrame.Of(line, at, at + 3, width);
            frame.Text.ShouldNotContain("mnopqr");
            frame.Text.ShouldNotContain("MIIEvQ");
            frame.Text.ShouldNotContain("hkiG9w");
        }
    }

    [Fact]
    public void TheMarkMovesWithTheMask()
    {
        var line = $"a {Key} bad";
        var frame = CodeFrame.Of(line, line.Length - 3, line.Length, 60);
        frame.ShouldBe(new CodeFrame("a *** bad", 6, 3));
    }

    [Fact]
    public void PiecesDoNotMakeACommandTogether()
    {
        CodeFrame.Of("::error::x", 1, 2, 40).Text.ShouldNotContain("::");
        CodeFrame.Of("##vso[x]y", 2, 3, 40).Text.ShouldNotContain("##vso");
    }

    [Theory]
    [InlineData("\u0000\u0007\u001b[31m")]
    [InlineData("\ud800\udc00\ud800")]
    [InlineData("\u202e\u2066")]
    public void NothingThatMovesTheCursorIsShown(string line)
    {
        for (var at = 0; at <= line.Length; at++)
        {
            CodeFrame.Of(line, at, at + 1, 30).Text.Any(c => char.IsControl(c) || c == '\u202e').ShouldBeFalse();
        }
    }

    [Fact]
    public void LinesAreFoundInABigFile()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, Enumerable.Range(1, 50_000).Select(i => $"line {i} " + new string('x', i % 40)));
            var lines = LineReader.Read(path, [1, 20_000, 50_000, 60_000]);
            lines.Count.ShouldBe(3);
            lines[20_000].ShouldStartWith("line 20000 ");
            lines[50_000].ShouldStartWith("line 50000 ");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
