using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Linting.Suppressing;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Linting.Engine;

public sealed class WhenOldFindingsAreInABaseline : IDisposable
{
    private const string Sound = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]}""";
    private const string Bad = """{"messages": [{"role": "user", "content": "Hello"}, {"role": "asistant", "content": "Hi"}]}""";
    private const string Manifest = "version: 1\nmodels:\n  bot:\n    provider: openai\n    base_model: gpt-4.1-mini-2025-04-14\n    method: supervised\n    training: data/train.jsonl\nlint:\n  baseline: old.json\n";

    private readonly TempFolder folder = new();

    private string BaselinePath => folder.File("old.json");

    [Fact]
    public void TheyDoNotCountAndNewOnesDo()
    {
        var path = Data(Bad);
        Take(path);

        Lint(path).Findings.ShouldBeEmpty();
        Data(Bad, Bad.Replace("Hello", "Ho", StringComparison.Ordinal));
        var report = Lint(path);

        report.Findings.Where(finding => finding.Code == "FT2009").ShouldHaveSingleItem().Range.Start.Line.ShouldBe(2);
        report.Suppressed.ShouldBeGreaterThan(0);
        report.StaleBaselineEntries.ShouldBe(0);
    }

    [Fact]
    public void LinesMayMove()
    {
        var path = Data(Bad);
        Take(path);
        Data([.. Enumerable.Range(0, 20).Select(i => Sound.Replace("Hi", $"Hi {i}", StringComparison.Ordinal)), Bad]);

        Lint(path).Findings.ShouldNotContain(finding => finding.Code == "FT2009");
    }

    [Fact]
    public void TheSameFaultTwiceIsOldTwiceAndNotThrice()
    {
        var path = Data(Bad, Bad);
        Take(path);
        Data(Bad, Bad, Bad);

        Lint(path).Findings.Count(finding => finding.Code == "FT2009").ShouldBe(1);
    }

    [Fact]
    public void EntriesThatMatchNothingAnyMoreAreCounted()
    {
        var path = Data(Bad);
        Take(path);
        Data(Sound);

        Lint(path).StaleBaselineEntries.ShouldBe(1);
    }

    [Fact]
    public void MoreThanIsShownIsRemembered()
    {
        var lines = Enumerable.Range(0, 300).Select(i => Bad.Replace("Hello", $"Hello {i}", StringComparison.Ordinal)).ToArray();
        var path = Data(lines);
        Take(path);
        lines[250] = Bad;
        Data(lines[50..]);

        Lint(path).Findings.Where(finding => finding.Code == "FT2009").ShouldHaveSingleItem().Range.Start.Line.ShouldBe(201);
        Data([.. lines.Select(line => line.Replace("Hello", "Ho", StringComparison.Ordinal))]);
        Lint(path).Findings.Where(finding => finding.Code == "FT2009").ShouldHaveSingleItem().Message.ShouldEndWith("; so on all 300 lines, first on lines 1, 2 and 3");
        Data([.. lines.Select((line, i) => line.Replace("asistant", $"bot{i}", StringComparison.Ordinal))]);
        Lint(path).Findings.Where(finding => finding.Code == "FT2009").ToList().ShouldSatisfyAllConditions(
            found => found.Count.ShouldBe(101),
            found => found[^1].Message.ShouldBe("and 200 more of FT2009 (role-unknown) in this file"));
    }

    [Fact]
    public void TheManifestNamesIt()
    {
        Directory.CreateDirectory(folder.File(".git"));
        var manifest = folder.Write("finetune.yml", Manifest);
        Data(Bad);
        Baseline.Update(BaselinePath, Linter.Lint(Request with { ManifestPath = manifest, AllFindings = true }), []).Fault.ShouldBeNull();

        var report = Linter.Lint(Request with { ManifestPath = manifest });

        report.Findings.ShouldNotContain(finding => finding.Code.StartsWith("FT2", StringComparison.Ordinal));
        report.BaselinePath.ShouldBe(BaselinePath);
    }

    [Theory]
    [InlineData(null, "the baseline is not there; finetune lint --update-baseline writes it")]
    [InlineData("", "the baseline is not JSON (line 1); merge markers may have stayed in it: finetune lint --update-baseline writes a removed one anew")]
    [InlineData("{\"version\": 1,\n\n<<<<<<< ours\n", "the baseline is not JSON (line 3); merge markers may have stayed in it: finetune lint --update-baseline writes a removed one anew")]
    [InlineData("""{"version": 1, "findings": [{"path": "\ud800", "rule": "FT2009"}]}""", "the baseline holds half a character in an escape; finetune lint --update-baseline writes a removed one anew")]
    [InlineData("[]", "the file is no baseline: that has \"version\" and a list \"findings\"")]
    [InlineData("""{"version": 2, "findings": []}""", "the baseline has version \"2\"; this build knows 1")]
    [InlineData("""{"version": 1, "findings": [{"path": "a", "rule": "FT2009", "count": 0}]}""", "entry 1 of the baseline's findings is none: it needs \"path\" and \"rule\", and may have \"example\", \"at\" and a \"count\" from 1")]
    public void AFileThatIsNoneIsAnErrorAndSilencesNothing(string? text, string message)
    {
        var path = Data(Bad);
        if (text is not null)
        {
            folder.Write("old.json", text);
        }

        var report = Lint(path);

        report.Findings[0].ShouldBe(new Finding("FT0004", Severity.Error, BaselinePath, TextRange.FileStart, message));
        report.Findings.ShouldContain(finding => finding.Code == "FT2009");
    }

    [Fact]
    public void TheTextIsSortedAndTheSameEveryTime()
    {
        var path = Data(Bad, "[]", Bad);
        Take(path);
        var text = File.ReadAllText(BaselinePath);

        text.ShouldStartWith("{\"version\": 1, \"findings\": [\n  {\"path\": \"data/train.jsonl\", \"rule\": \"FT1006\", \"example\": \"");
        text.ShouldContain("\"rule\": \"FT2009\", \"example\": \"");
        text.ShouldContain(", \"at\": \"62-72\", \"count\": 2}");
        text.ShouldEndWith("}\n]}\n");
        Take(path);
        File.ReadAllText(BaselinePath).ShouldBe(text);
    }

    [Fact]
    public void FilesThatWereNotReadKeepTheirEntries()
    {
        var (one, two) = (folder.Write("one.jsonl", Bad + "\n"), folder.Write("two.jsonl", Bad + "\n"));
        Take(one);
        Take(two);

        Lint(one).Findings.ShouldBeEmpty();
        File.Delete(one);
        Take(two);
        File.ReadAllText(BaselinePath).ShouldNotContain("one.jsonl");
    }

    [Fact]
    public void ABrokenOneIsNotOverwritten()
    {
        var path = Data(Bad);
        folder.Write("old.json", "<<<<<<< ours");

        Baseline.Update(BaselinePath, Linter.Lint(Request with { Paths = [path], AllFindings = true }), []).Fault.ShouldNotBeNull();

        File.ReadAllText(BaselinePath).ShouldBe("<<<<<<< ours");
    }

    [Fact]
    public void WhatIsWrongWithTheManifestIsNeverOld()
    {
        var finding = Finding.Of(ManifestRules.Value, folder.File("finetune.yml"), TextRange.FileStart, "wrong");

        Baseline.Update(BaselinePath, new LintReport { Findings = [finding], Datasets = [] }, []).Report!.Findings.ShouldBe([finding]);
        IgnoreLines.Of([finding], folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void TheLinesToPasteSilenceTheFindings()
    {
        Directory.CreateDirectory(folder.File(".git"));
        Data(Bad);
        var text = Manifest.Replace("lint:\n  baseline: old.json\n", "", StringComparison.Ordinal);
        var manifest = folder.Write("finetune.yml", text);
        var lines = IgnoreLines.Of(Linter.Lint(Request with { ManifestPath = manifest }).Findings.Where(finding => finding.Code == "FT2009"), folder.Path);

        lines.ShouldMatch("""^lint:\n  ignore:\n    - \{ rule: FT2009, path: "data/train.jsonl", example: "[0-9a-f]{12}", reason: "…" \}\n$""");
        folder.Write("finetune.yml", text + lines);
        var report = Linter.Lint(Request with { ManifestPath = manifest });
        report.Findings.ShouldNotContain(finding => finding.Code == "FT2009" || finding.Code == "FT0013");
        report.Suppressed.ShouldBe(1);
    }

    public void Dispose() => folder.Dispose();

    private LintRequest Request => new() { Profile = "openai", Today = new DateOnly(2026, 11, 22) };

    private string Data(params string[] lines) => folder.Write("data/train.jsonl", string.Join('\n', lines) + "\n");

    private LintReport Lint(string path) => Linter.Lint(Request with { Paths = [path], BaselinePath = BaselinePath });

    private void Take(string path) =>
        Baseline.Update(BaselinePath, Linter.Lint(Request with { Paths = [path], AllFindings = true }), []).Fault.ShouldBeNull();
}
