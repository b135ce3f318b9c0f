using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Reporting;

namespace FineTune.Tool.Tests.Readme;

public sealed class WhenTheExamplesOfARuleAreLinted : IDisposable
{
    // About files that cannot be shown as lines of JSON, about several files, or about how many lines there are.
    private static readonly string[] NotShownAsLines = ["FT1001", "FT1002", "FT1003", "FT1011", "FT1013", "FT1015", "FT3001", "FT3002", "FT3003", "FT3004", "FT3005", "FT3007", "FT4008", "FT4012", "FT4016", "FT4017", "FT4018", "FT4019", "FT5003", "FT6001", "FT6002", "FT6003", "FT6004"];

    // A page shows one or two examples, a training file has at least ten.
    private static readonly string[] AboutTheirNumber = ["FT3001", "FT3002"];

    private readonly string folder = Directory.CreateTempSubdirectory("finetune-rules-").FullName;

    public static TheoryData<string> Codes => [.. RuleBook.OfData.Select(rule => rule.Code).Except(NotShownAsLines)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void TheBadOneShowsThisFaultAlone(string code) => FindingsOf(code, "## Bad").ShouldBe([code]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void TheGoodOneShowsNone(string code) => FindingsOf(code, "## Good").ShouldBeEmpty();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] FindingsOf(string code, string part)
    {
        var path = Path.Combine(folder, "data.jsonl");
        File.WriteAllText(path, Example(RulePages.Find(code)!.Markdown, part));
        var report = Linter.Lint(new LintRequest
        {
            Paths = [path],
            Profile = code is "FT2019" or "FT2036" ? "together" : code == "FT3009" ? "bedrock" : "openai",
            Method = code is "FT2002" ? TuningMethod.Dpo : code is "FT2032" ? TuningMethod.Reinforcement : null,
            Deep = code is "FT4002",
            Today = new DateOnly(2026, 11, 22),
        });
        return [.. report.Findings.Where(finding => finding.Severity > Severity.None).Select(finding => finding.Code).Distinct().Except(AboutTheirNumber)];
    }

    private static string Example(string page, string part)
    {
        const string Fence = "```json\n";
        var start = page.IndexOf(Fence, page.IndexOf(part, StringComparison.Ordinal), StringComparison.Ordinal) + Fence.Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
