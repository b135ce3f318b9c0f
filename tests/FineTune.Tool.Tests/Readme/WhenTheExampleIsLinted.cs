using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Tool.Tests.Readme;

public sealed class WhenTheExampleIsLinted
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ItHasNoFindingButThatItWasNeverReleased(bool deep)
    {
        var report = Linter.Lint(new LintRequest
        {
            ManifestPath = Path.Combine(Repository.Folder, "examples", "support-bot", "finetune.yml"),
            Deep = deep,
            Today = new DateOnly(2026, 11, 22),
        });

        report.Findings.Where(finding => finding.Code != "FT7001").Select(finding => $"{finding.Code} {finding.Path}: {finding.Message}").ShouldBeEmpty();
    }

    [Fact]
    public void ItHasAtLeastSixtyExamplesAndToolsInSome()
    {
        var data = Path.Combine(Repository.Folder, "examples", "support-bot", "data", "support");
        var lines = Directory.EnumerateFiles(data, "*.jsonl").SelectMany(File.ReadLines).ToList();

        lines.Count.ShouldBeGreaterThanOrEqualTo(60);
        lines.Count(line => line.Contains("\"tool_calls\"", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(12);
    }
}
