using FineTune.Core.Findings.Rules;
using FineTune.Core.Generation;

namespace FineTune.Analyzers.Tests;

public sealed class TheAnalyzer
{
    [Fact]
    public void HasTheRulesOfTheBook() =>
        new ModelIdAnalyzer().SupportedDiagnostics.Select(rule => (rule.Id, rule.DefaultSeverity.ToString(), rule.Title.ToString()))
            .ShouldBe(AnalyzerRules.All.Select(rule => (rule.Code, rule.DefaultSeverity.ToString(), rule.Title)));

    [Fact]
    public void ReadsTheFileThatIsWritten() => KnownModels.FileName.ShouldBe(AnalyzerText.FileName);
}
