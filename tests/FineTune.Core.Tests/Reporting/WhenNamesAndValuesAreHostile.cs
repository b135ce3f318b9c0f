using System.Text.Json;
using System.Xml.Linq;
using FineTune.Core.Findings;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Core.Tests.Reporting;

public sealed class WhenNamesAndValuesAreHostile : IDisposable
{
    private const string Key = "sk-abcdefghijklmnopqrstuvwx123456";

    private static readonly Rule Rule = new("FT2009", "role-unknown", Severity.Error, "A role is unknown");

    private readonly ReportFixture fixture = new();

    private static string[] Values =>
    [
        "\n::error file=x::owned", "##vso[task.setvariable variable=x]y", "##[error]x", "\e[31mred\e[0m\e]0;title\a", "a|b `c` <script>alert(1)</script>",
        "[x](https://example.org) @octocat #1 www.example.org", "]]><!--", "\u202Egnp.exe", "\uFFFE\uD800", "%0A::error::", "a,b:c;d]", Key,
    ];

    public static IEnumerable<object[]> Everywhere => ReportFormats.Names.SelectMany(_ => Values, (format, value) => new object[] { format, value });

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void NoFormatLetsThemOut(string format, string value)
    {
        var path = Path.Combine(fixture.Folder, $"data/{value.Replace('/', '-').Replace('\uD800', '-')}.jsonl");
        var written = ReportFixture.Written(fixture.Content(Finding.Of(Rule, path, ReportFixture.Range(1, 2, 3), $"role is {SafeText.Quote(value)}")), format);
        written.ShouldNotContain("\e");
        written.ShouldNotContain("\u202E");
        written.ShouldNotContain(Key);
        written.ShouldNotContain("::error file=x", Case.Sensitive);
        written.ShouldNotContain("##vso[task.setvariable", Case.Insensitive);
        if (format == "markdown")
        {
            written.ShouldNotContain("<script>");
            written.ShouldNotContain("@octocat");
            written.ShouldNotContain("[x](");
        }
        written.Split('\n').Count(line => line.TrimStart().StartsWith("::error", StringComparison.Ordinal)).ShouldBe(format == "github" ? 1 : 0);
        Parse(format, written);
    }

    [Fact]
    public void AzureClosesItsOwnBracketsOnly()
    {
        var written = ReportFixture.Written(fixture.Content(Finding.Of(Rule, Path.Combine(fixture.Folder, "a];b.jsonl"), ReportFixture.Range(1, 1, 2), "100 % wrong")), "azure");
        written.ShouldBe("##vso[task.logissue type=error;sourcepath=a%5D%3Bb.jsonl;linenumber=1;columnnumber=1;code=FT2009;]100 %AZP25 wrong\n");
    }

    [Fact]
    public void GitHubPropertiesAreEscaped()
    {
        var written = ReportFixture.Written(fixture.Content(Finding.Of(Rule, Path.Combine(fixture.Folder, "a,b%.jsonl"), ReportFixture.Range(1, 1, 2), "100 % wrong")), "github");
        written.ShouldBe("::error file=a%2Cb%25.jsonl,line=1,endLine=1,col=1,endColumn=2,title=FT2009 role-unknown::100 %25 wrong\n");
    }

    [Fact]
    public void SarifAddressesArePercentEncoded()
    {
        var written = ReportFixture.Written(fixture.Content(Finding.Of(Rule, Path.Combine(fixture.Folder, "data/a b#ü.jsonl"), ReportFixture.Range(1, 1, 2), "x")), "sarif");
        written.ShouldContain("\"uri\": \"data/a%20b%23%C3%BC.jsonl\"");
    }

    [Fact]
    public void AFileThatWasNotLintedIsNotOpenedForItsLine()
    {
        var path = fixture.Write("data/other.jsonl", "private\n");
        ReportFixture.Written(fixture.Content(Finding.Of(Rule, path, ReportFixture.Range(1, 1, 3), "x")), "text").ShouldNotContain("private");
    }

    public void Dispose() => fixture.Dispose();

    private static void Parse(string format, string written)
    {
        switch (format)
        {
            case "json" or "sarif" or "gitlab":
                JsonDocument.Parse(written).Dispose();
                break;
            case "junit":
                XDocument.Parse(written);
                break;
        }
    }
}
