using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests.Linting;

/// <summary>A dataset file in a folder of its own, gone after the test.</summary>
internal sealed class Dataset : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finetune-data-").FullName;

    public Dataset(byte[] content)
    {
        Path = System.IO.Path.Combine(folder, "train.jsonl");
        File.WriteAllBytes(Path, content);
    }

    public Dataset(params string[] lines)
        : this(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"))
    {
    }

    public string Path { get; }

    public string Profile { get; init; } = "generic";

    public TuningMethod? Method { get; init; }

    public bool Deep { get; init; }

    public LintReport Lint() => Linter.Lint(new LintRequest
    {
        Paths = [Path],
        Profile = Profile,
        Method = Method,
        Deep = Deep,
        Today = new DateOnly(2026, 11, 22),
    });

    /// <summary>The findings as a compiler prints them, without the advice to have more examples.</summary>
    public IReadOnlyList<string> Show() =>
        [.. Findings().Select(finding => $"({finding.Range.Start.Line},{finding.Range.Start.Column}-{finding.Range.End.Column}) {finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {finding.Message}")];

    public IReadOnlyList<Finding> Findings() => [.. Lint().Findings.Where(finding => finding.Code is not ("FT3001" or "FT3002"))];

    public static IReadOnlyList<string> CodesOf(string line, string profile = "generic", TuningMethod? method = null)
    {
        using var dataset = new Dataset(line) { Profile = profile, Method = method };
        return [.. dataset.Findings().Select(finding => finding.Code)];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
