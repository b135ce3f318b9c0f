using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting;

public class WhenAFileIsRead
{
    private const string Sound = """{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}""";

    [Fact]
    public void LinesKeepTheirNumbersAcrossBlocks()
    {
        var lines = Enumerable.Range(0, 40_000).Select(i => Sound.Replace("H", $"{i} H", StringComparison.Ordinal)).ToArray();
        lines[39_998] = "{";
        using var dataset = new Dataset(lines);

        var report = dataset.Lint();

        report.Datasets[0].Examples.ShouldBe(40_000);
        report.Findings.ShouldHaveSingleItem().Range.Start.Line.ShouldBe(39_999);
    }

    [Fact]
    public void TheOrderIsThatOfTheFileWhateverTheThreadsDo()
    {
        var lines = Enumerable.Range(0, 30_000).Select(i => i % 500 == 0 ? Sound.Replace("assistant", $"bot{i}", StringComparison.Ordinal) : Sound.Replace("H", $"{i} H", StringComparison.Ordinal)).ToArray();
        using var dataset = new Dataset(lines);

        var places = dataset.Findings().Where(finding => finding.Code == "FT2009").Select(finding => finding.Range.Start.Line).ToList();

        places.Count.ShouldBe(60);
        places.ShouldBe(places.Order());
    }

    [Fact]
    public void AnEmptyFileIsOneFinding()
    {
        using var dataset = new Dataset(Array.Empty<byte>());

        dataset.Show().ShouldBe(["(1,1-1) error FT1001: the file is empty; a dataset holds one JSON object a line"]);
    }

    [Fact]
    public void BlankLinesAreWarnedAboutButTheLastLineEndIsNone()
    {
        using var dataset = new Dataset(Sound, "", Sound.Replace("Hi", "Ho", StringComparison.Ordinal), "  ");

        dataset.Findings().Select(finding => (finding.Code, finding.Range.Start.Line)).ShouldBe([("FT1007", 2), ("FT1007", 4)]);
    }

    [Fact]
    public void CarriageReturnsBeforeLineFeedsAreNoPartOfALine()
    {
        using var dataset = new Dataset(Encoding.UTF8.GetBytes($"{Sound}\r\n{Sound.Replace("Hi", "Ho", StringComparison.Ordinal)}\r\n"));

        dataset.Findings().ShouldBeEmpty();
    }

    [Fact]
    public void CarriageReturnsAloneEndNoLines()
    {
        using var dataset = new Dataset(Encoding.UTF8.GetBytes($"{Sound}\r{Sound.Replace("Hi", "Ho", StringComparison.Ordinal)}\r"));

        dataset.Show().ShouldBe(["(1,1-1) error FT1004: the lines end with a carriage return alone, as on an old Mac; the lines of a JSONL file end with a line feed (LF)"]);
    }

    [Fact]
    public void AMarkIsWarnedAboutAndTheFirstLineKeepsItsColumns()
    {
        using var dataset = new Dataset([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{a: 1}\n")]);

        dataset.Findings().Select(finding => (finding.Code, finding.Range.Start.Column)).ShouldBe([("FT1003", 1), ("FT1005", 2)]);
    }

    [Fact]
    public void AzureAsksForTheMark()
    {
        using var dataset = new Dataset([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sound + "\n")]) { Profile = "azure" };

        dataset.Findings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-16", "the file is UTF-16 from its first byte on")]
    [InlineData("utf-32", "the file is UTF-32 from its first byte on")]
    public void OtherEncodingsAreNamedOnce(string encoding, string message)
    {
        var text = Encoding.GetEncoding(encoding);
        using var dataset = new Dataset([.. text.GetPreamble(), .. text.GetBytes($"{Sound}\n{Sound}\n")]);

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT1002");
        finding.Message.ShouldStartWith(message);
    }

    [Fact]
    public void AByteThatIsNotUtf8IsFoundByItsOffset()
    {
        using var dataset = new Dataset([.. Encoding.UTF8.GetBytes(Sound + "\n{\"a\": \"caf"), 0xE9, .. "\"}\n"u8]);

        dataset.Show().ShouldBe([$"(2,11-12) error FT1002: byte 0xE9 at offset {Sound.Length + 11} of the file is not UTF-8; save the file as UTF-8 (it looks like Latin-1 or Windows-1252)"]);
    }

    [Theory]
    [InlineData("[\n  {\"messages\": []}\n]\n", "the file is one JSON array")]
    [InlineData("[{\"messages\": []},\n {\"messages\": []}]\n", "the file is one JSON array")]
    [InlineData("[{\"messages\": []}, {\"messages\": []}]\n", "the file is one JSON array")]
    [InlineData("{\n  \"messages\": []\n}\n", "an object goes over several lines")]
    [InlineData("prompt,completion\nHi,Hello\n", "the file looks like a CSV table")]
    [InlineData("prompt\tcompletion\nHi\tHello\n", "the file looks like a CSV table")]
    public void AFileThatIsNoJsonLinesIsSaidOnce(string text, string message)
    {
        using var dataset = new Dataset(Encoding.UTF8.GetBytes(text));

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT1004");
        finding.Message.ShouldStartWith(message);
    }

    [Fact]
    public void APointerInsteadOfDataNamesTheCommandThatFetchesIt()
    {
        using var dataset = new Dataset("version https://git-lfs.github.com/spec/v1", "oid sha256:00", "size 12");

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT1013");
        finding.Severity.ShouldBe(Severity.Error);
        finding.Message.ShouldContain("git lfs pull");
    }

    [Fact]
    public void ALineOverTheLimitIsPassedOver()
    {
        var line = $$$"""{"messages": [{"role": "user", "content": "{{{new string('a', 33 * 1024 * 1024)}}}"}]}""";
        using var dataset = new Dataset(Sound, line, "[]");

        dataset.Findings().Select(finding => (finding.Code, finding.Range.Start.Line)).ShouldBe([("FT1011", 2), ("FT1006", 3)]);
    }

    [Fact]
    public void ManyFindingsOfOneRuleAreSummedUp()
    {
        using var dataset = new Dataset([.. Enumerable.Range(0, 5_000).Select(i => Sound.Replace("assistant", $"bot{i}", StringComparison.Ordinal))]);

        var findings = dataset.Findings().Where(finding => finding.Code == "FT2009").ToList();

        findings.Count.ShouldBe(101);
        findings[^1].Message.ShouldBe("and 4,900 more of FT2009 (role-unknown) in this file");
    }

    [Fact]
    public void AFileThatIsNotThereIsAFindingNotACrash()
    {
        using var dataset = new Dataset(Sound);
        File.Delete(dataset.Path);

        dataset.Show().ShouldBe(["(1,1-1) error FT0008: the file does not exist"]);
    }

    [Fact]
    public void ALinkOutOfTheFolderIsNotFollowed()
    {
        using var dataset = new Dataset(Sound);
        using var outside = new Dataset("secret");
        File.Delete(dataset.Path);
        File.CreateSymbolicLink(dataset.Path, outside.Path);

        var finding = dataset.Findings().ShouldHaveSingleItem();
        finding.Code.ShouldBe("FT0008");
        finding.Message.ShouldContain("leaves the repository");
    }
}
