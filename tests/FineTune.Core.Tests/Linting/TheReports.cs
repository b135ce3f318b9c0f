using System.Globalization;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using Xunit.Abstractions;

namespace FineTune.Core.Tests.Linting;

/// <summary>
/// Inputs made after public reports, each with its host and the right verdict, where the folder that holds them stands beside the repository. It prints right and wrong by host:
/// <c>dotnet test tests/FineTune.Core.Tests --filter TheReports --logger "console;verbosity=detailed"</c>.
/// </summary>
public class TheReports(ITestOutputHelper output)
{
    private static readonly string[] AboutTheirNumber = ["FT3001", "FT3002"];

    [SharedFact(RealCases.Scoreboard)]
    public void AreJudgedAsTheirSourcesSay()
    {
        var rows = File.ReadLines(Path.Combine(RealCases.Folder, "reports", "VERDICTS.tsv")).Skip(1).Select(row => row.Split('\t')).Select(row => (Host: row[1], File: row[0], Fault: FaultOf(row))).ToList();
        rows.ShouldNotBeEmpty();
        foreach (var host in rows.GroupBy(row => row.Host).OrderBy(host => host.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{host.Key}: {host.Count(row => row.Fault is null)} of {host.Count()} right");
        }
        output.WriteLine($"all: {rows.Count(row => row.Fault is null)} of {rows.Count} right");
        rows.Where(row => row.Fault is not null).Select(row => $"{row.File} at {row.Host}: {row.Fault}").ShouldBeEmpty();
    }

    /// <summary>What is wrong with the linter's verdict; null for nothing.</summary>
    private static string? FaultOf(string[] row)
    {
        var (file, profile, method, verdict) = (row[0], row[1], row[2], row[3]);
        var found = Linter.Lint(new LintRequest
        {
            Paths = [Path.GetFullPath(Path.Combine(RealCases.Folder, "reports", file))],
            Profile = profile,
            Method = Enum.TryParse<TuningMethod>(method, ignoreCase: true, out var asked) ? asked : null,
            Today = new DateOnly(2026, 12, 1),
        }).Findings.Where(finding => finding.Severity >= Severity.Warning && (verdict.Contains(finding.Code, StringComparison.Ordinal) || !AboutTheirNumber.Contains(finding.Code))).ToList();
        if (verdict == "silent")
        {
            // An error is wrong; a warning only where the verdict has no room for it.
            return found.Count == 0 || (row[4].Contains("a warning is fine", StringComparison.Ordinal) && found.All(finding => finding.Severity == Severity.Warning)) ? null : Show(found);
        }
        // FT2030|FT2019 at line 5, or at line any.
        var parts = verdict.Split(" at line ");
        var codes = parts[0].Split('|');
        int? line = int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var others = found.Where(finding => !codes.Contains(finding.Code)).ToList();
        return !found.Any(finding => codes.Contains(finding.Code) && (line is null || finding.Range.Start.Line == line)) ? $"wanted {verdict}, found {Show(found)}"
            : others.Count > 0 ? $"beside {parts[0]} found {Show(others)}"
            : null;
    }

    private static string Show(List<Finding> findings) =>
        findings.Count == 0 ? "nothing" : string.Join("; ", findings.Take(4).Select(finding => $"{finding.Severity} {finding.Code}@{finding.Range.Start.Line}: {finding.Message}")) + (findings.Count > 4 ? $" and {findings.Count - 4} more" : "");
}
