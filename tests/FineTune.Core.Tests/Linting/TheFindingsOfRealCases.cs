using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using Xunit.Abstractions;

namespace FineTune.Core.Tests.Linting;

/// <summary>
/// What the linter finds in real and reported cases, where the folder that holds them stands beside the repository. It prints findings by rule:
/// <c>dotnet test tests/FineTune.Core.Tests --filter TheFindingsOfRealCases --logger "console;verbosity=detailed"</c>.
/// </summary>
public class TheFindingsOfRealCases(ITestOutputHelper output)
{
    private static readonly Dictionary<char, string> Hosts = new() { ['t'] = "together", ['m'] = "mistral", ['r'] = "mistral", ['a'] = "azure", ['x'] = "axolotl", ['l'] = "llama_factory" };

    /// <summary>The letter of a case says whose it is; its own host finds nothing in what that host takes.</summary>
    private static readonly string[] BesidesTheMinimum = ["FT3001", "FT3002"];

    [SharedFact(RealCases.Scoreboard)]
    public void AreCountedByRule()
    {
        var files = Cases();
        foreach (var profile in (string[])["openai", "generic"])
        {
            var findings = files.SelectMany(file => Lint(file, profile)).ToList();
            output.WriteLine($"{profile}: {files.Length} files, {findings.Count(finding => finding.Severity == Severity.Error)} errors, {findings.Count(finding => finding.Severity == Severity.Warning)} warnings");
            foreach (var rule in findings.GroupBy(finding => finding.Code).OrderBy(rule => rule.Key, StringComparer.Ordinal))
            {
                output.WriteLine($"  {rule.Key} {rule.Count()}");
            }
            findings.ShouldNotBeEmpty();
        }
    }

    [SharedFact(RealCases.Scoreboard)]
    public void AreNoneInWhatAHostTakes()
    {
        // Payloads of three dots are no images, which only some hosts look at.
        string[] notImages = ["t03", "t06"];
        var taken = Cases().Where(file => Path.GetFileName(file) is var name && name.Contains("-valid-", StringComparison.Ordinal) && !notImages.Any(name.StartsWith) && Hosts.ContainsKey(name[0]) && name[1] != 't').ToList();

        taken.ShouldNotBeEmpty();
        foreach (var file in taken)
        {
            var profile = Hosts[Path.GetFileName(file)[0]];
            var findings = Lint(file, profile).Where(finding => finding.Severity >= Severity.Warning && !BesidesTheMinimum.Contains(finding.Code)).ToList();
            output.WriteLine($"{profile} {Path.GetFileName(file)}: {findings.Count}");
            findings.ShouldBeEmpty($"{file} at {profile}: {string.Join("; ", findings)}");
        }
    }

    private static IEnumerable<Finding> Lint(string file, string profile) =>
        Linter.Lint(new LintRequest { Paths = [file], Profile = profile, Today = new DateOnly(2026, 11, 22) }).Findings;

    private static string[] Cases() => [.. Directory.GetFiles(RealCases.Folder, "*.jsonl").Order(StringComparer.Ordinal)];
}
