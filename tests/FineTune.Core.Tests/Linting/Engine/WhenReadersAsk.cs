using System.Text.RegularExpressions;
using FineTune.Core.Catalog;
using FineTune.Core.Linting;

namespace FineTune.Core.Tests.Linting.Engine;

public sealed partial class WhenReadersAsk
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly (string Reader, LintRequest Request)[] Readers =
    [
        ("build", LintRequest.ForBuild("/m.yml", lifecycleAsErrors: false, Today)),
        ("strict build", LintRequest.ForBuild("/m.yml", lifecycleAsErrors: true, Today)),
        ("lint", LintRequest.ForLint("/m.yml", Today)),
        ("plan", LintRequest.ForPlan("/m.yml", Today)),
        ("release", LintRequest.ForRelease("/m.yml", Today)),
        ("verify", LintRequest.ForVerify("/m.yml", Today)),
        ("stats", LintRequest.ForStats("/m.yml", Today)),
        ("diff", LintRequest.ForDiff("/m.yml", Today)),
        ("upload", LintRequest.ForUpload("/d.jsonl", "openai", TuningMethod.Dpo, "gpt-4.1-2025-04-14", Today)),
    ];

    [Fact]
    public void EachAsksForWhatItNeeds() => Readers.Select(reader => $"{reader.Reader}: {Asked(reader.Request)}").ShouldBe(
    [
        "build: DataMayBeMissing MayBeCached",
        "strict build: DataMayBeMissing LifecycleAsErrors MayBeCached",
        "lint: ",
        "plan: LifecycleAsErrors MayBeCached WithContract WithDigests WithTokens",
        "release: LifecycleAsErrors WithContract WithDigests WithTokens",
        "verify: LifecycleAsErrors WithDigests",
        "stats: WithCensus WithTokens",
        "diff: DataMayBeMissing WithCensus WithContract WithTokens",
        "upload: WithTokens",
    ]);

    [Fact]
    public void NobodyAsksByHand() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => ByHand().IsMatch(File.ReadAllText(file)))
            .ShouldBeEmpty();

    private static string Asked(LintRequest request) => string.Join(' ',
        typeof(LintRequest).GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Where(flag => flag.PropertyType == typeof(bool) && (bool)flag.GetValue(request)!)
            .Select(flag => flag.Name)
            .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"new LintRequest\b|\bLintRequest \w+ = new\(")]
    private static partial Regex ByHand();
}
