using System.Text.RegularExpressions;

namespace FineTune.Core.Tests;

/// <summary>No test passes that has tested nothing.</summary>
public sealed partial class TheTests
{
    [Fact]
    public void AreSkippedWhereTheyCannotRunAndDoNotReturn() => Found(EarlyReturn()).ShouldBeEmpty();

    [Fact]
    public void AssertNothingThatNullPassesBy() => Found(PassedByNull()).ShouldBeEmpty();

    [Fact]
    public void AreReadByTheOnesAbove()
    {
        EarlyReturn().IsMatch("        if (OperatingSystem.IsWindows())\n        {\n            return;\n").ShouldBeTrue();
        EarlyReturn().IsMatch("        if (!File.Exists(path))\n        {\n            output.WriteLine(\"not here\");\n            return;\n").ShouldBeTrue();
        PassedByNull().IsMatch(string.Join("?.", "outcome.Rule", "Code.ShouldBe(\"FT8014\")")).ShouldBeTrue();
        PassedByNull().IsMatch(string.Join("?.", "(outcome.Rule", "Code, outcome.ExitCode).ShouldBe((\"FT8014\", 1))")).ShouldBeFalse();
    }

    private static List<string> Found(Regex fault)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests");
        string[] written = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

        written.Length.ShouldBeGreaterThan(200);
        return [.. written.SelectMany(file => fault.Matches(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(match => $"{Path.GetRelativePath(folder, file)}: {match.Value.Trim()}"))];
    }

    [GeneratedRegex(@"if \([^\n]*(?:OperatingSystem\.|GetEnvironmentVariable|\.Exists\()[^\n]*\n\s*\{\n(?:[^\n]*WriteLine[^\n]*\n)?\s*return;")]
    private static partial Regex EarlyReturn();

    [GeneratedRegex(@"\?\.[\w.!]+(?:\([^()\n]*\))?[\w.!]*\.Should\w*\(")]
    private static partial Regex PassedByNull();
}
