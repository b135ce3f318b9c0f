using FineTune.Core.Reporting.Formats;
using FineTune.Core.Reporting.Frames;

namespace FineTune.Core.Tests.Reporting;

public sealed class WhenThreeFindingsAreReported : IDisposable
{
    private readonly ReportFixture fixture = new();

    public static TheoryData<string> Formats => [.. ReportFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void EachFormatWritesWhatItsApprovedFileSays(string format)
    {
        var written = ReportFixture.Written(fixture.Three(), format);
        written.ShouldNotContain('\r');
        Approved.ShouldBe(written, Path.Combine("Approved", format));
    }

    [Fact]
    public void ColorsOnlyAddColors()
    {
        var plain = ReportFixture.Written(fixture.Three(), new TextFormat(TextStyle.Plain));
        var colored = ReportFixture.Written(fixture.Three(), new TextFormat(TextStyle.Plain with { Color = true }));
        colored.ShouldContain("\e[1;31m");
        System.Text.RegularExpressions.Regex.Replace(colored, "\e\\[[0-9;]*m", "").ShouldBe(plain);
    }

    [Fact]
    public void AHelpAddressBecomesALinkEverywhere()
    {
        var content = fixture.Three() with { HelpAddress = "https://example.org/docs/rules/" };
        ReportFixture.Written(content, "sarif").ShouldContain("\"helpUri\": \"https://example.org/docs/rules/FT2009.md\"");
        ReportFixture.Written(content, "json").ShouldContain("\"help\": \"https://example.org/docs/rules/FT2009.md\"");
        ReportFixture.Written(content, "markdown").ShouldContain("[FT2009](https://example.org/docs/rules/FT2009.md)");
    }

    [Fact]
    public void TheSameFindingTwiceHasTwoFingerprintsThatDoNotChange()
    {
        var finding = fixture.Three().Lint.Findings[0];
        var first = ReportFixture.Written(fixture.Content(finding, finding), "gitlab");
        var moved = finding with { Range = ReportFixture.Range(9, 1, 2) };
        var prints = Fingerprints(first);
        prints.Distinct().Count().ShouldBe(2);
        Fingerprints(ReportFixture.Written(fixture.Content(moved, moved), "gitlab")).ShouldBe(prints);
    }

    public void Dispose() => fixture.Dispose();

    private static string[] Fingerprints(string report) =>
        [.. System.Text.Json.JsonDocument.Parse(report).RootElement.EnumerateArray().Select(item => item.GetProperty("fingerprint").GetString()!)];
}
