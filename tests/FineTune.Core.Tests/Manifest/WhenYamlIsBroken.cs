using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Manifest;

public sealed class WhenYamlIsBroken : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Theory]
    [InlineData("version: 1\nmodels: ▲[a, b\n")]
    [InlineData("version: 1\n▲\tmodels: {}\n")]
    [InlineData("version: 1\nmodels: {}\n▲---\nversion: 2\n")]
    [InlineData("version: 1\nmodels: ▲*missing\n")]
    [InlineData("version: 1\nmodels: &a {}\nlint: ▲*b\n")]
    [InlineData("version: 1\nmodels:\n  ▲? [a]\n  : b\n")]
    public void TheFirstSyntaxErrorIsReported(string manifest)
    {
        var finding = folder.Read(manifest.Replace("▲", "")).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("FT0002");
        finding.Range.Start.Line.ShouldBeInRange(manifest.Split('▲')[0].Count(c => c == '\n'), manifest.Count(c => c == '\n') + 1);
    }

    [Fact]
    public void NestingBeyond64LevelsIsRefused()
    {
        var finding = folder.Read("version: 1\nmodels: " + new string('[', 100_000)).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Message).ShouldBe(("FT0002", "nested more than 64 levels deep"));
        finding.Range.Start.ShouldBe(new TextPosition(2, 72));
    }

    [Fact]
    public void AnAliasBombIsRefusedAndNotExpanded()
    {
        var bomb = new StringBuilder("version: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i <= 12; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var finding = folder.Read(bomb.ToString()).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Message.Contains("more than 100000 values")).ShouldBe(("FT0002", true));
    }

    [Fact]
    public void AnAliasOfItselfIsRefused() => folder.Read("version: 1\nmodels: &a [*a]\n").Findings.ShouldHaveSingleItem().Code.ShouldBe("FT0002");

    [Theory]
    [InlineData("FFFE76006500", 1, 1)]
    [InlineData("FEFF00760065", 1, 1)]
    [InlineData("76657273696F6E3A20310A6D6F64656C733A20FF", 2, 9)]
    [InlineData("76657273696F6E3A20E4BDA0C328", 1, 11)]
    public void OtherEncodingsAreRefusedWhereTheyStart(string hex, int line, int column)
    {
        folder.Write("finetune.yml", Convert.FromHexString(hex));

        var finding = folder.ReadFile().Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Range.Start).ShouldBe(("FT0002", new TextPosition(line, column)));
    }

    [Fact]
    public void AFileOfManyMegabytesIsRefused()
    {
        folder.Write("finetune.yml", new byte[8 * 1024 * 1024]);

        folder.ReadFile().Findings.ShouldHaveSingleItem().Message.ShouldContain("larger than 1024 KiB");
    }

    [Fact]
    public void ColumnsAreCountedInUtf16Units()
    {
        var finding = folder.ReadFault("version: 1\nmodels: {}\nlint: { rules: { FT4001: \"😀\", FT4002: error } }\n".Replace("\"😀\"", "▲\"😀\""));

        finding.Range.End.Column.ShouldBe(finding.Range.Start.Column + 4);
    }

    [Fact]
    public void LineSeparatorsThatNoEditorCountsAreNotCounted()
    {
        var finding = folder.ReadFault("# a\u2028# b\nversion: 1\nmodels: ▲no\n");

        finding.Code.ShouldBe("FT0004");
    }

    public void Dispose() => folder.Dispose();
}
