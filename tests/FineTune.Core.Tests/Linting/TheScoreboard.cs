using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using Xunit.Abstractions;

namespace FineTune.Core.Tests.Linting;

/// <summary>Real and reported cases with the right verdict, where the folder that holds them stands beside the repository.</summary>
public class TheScoreboard(ITestOutputHelper output)
{
    [SharedFact(RealCases.Scoreboard)]
    public void CatchesAllThatIsBrokenAndNothingThatIsSound()
    {
        var folder = RealCases.Folder;
        var (caught, sound) = (0, 0);
        foreach (var row in File.ReadLines(Path.Combine(folder, "SCOREBOARD.tsv")).Skip(1))
        {
            var (file, isBad) = (row.Split('\t')[0], row.Split('\t')[1] == "bad");
            // Only these two are judged by the number of their examples.
            var counts = file.StartsWith("a02", StringComparison.Ordinal) || file.StartsWith("a10", StringComparison.Ordinal);
            var report = Linter.Lint(new LintRequest { Paths = [Path.GetFullPath(Path.Combine(folder, file))], Profile = "openai", Today = new DateOnly(2026, 11, 22) });
            var errors = report.Findings.Where(finding => finding.Severity == Severity.Error && (counts || finding.Code != "FT3001")).ToList();
            (errors.Count > 0).ShouldBe(isBad, $"{file}: {string.Join("; ", errors)}");
            (caught, sound) = isBad ? (caught + 1, sound) : (caught, sound + 1);
        }
        Math.Min(caught, sound).ShouldBeGreaterThan(0);
        output.WriteLine($"{caught} broken files caught, none missed; no false alarm on {sound} sound ones; no crash");
    }
}
