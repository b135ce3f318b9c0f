using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Counting;

/// <summary>A rule that says all there is to say of a line lets no other rule look at it. What is sent is paid for all the same.</summary>
public sealed class WhenALineIsGivenUp : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ItsTokensCountWhateverTheRuleWeighs()
    {
        Tokens("warning").ShouldBe(Tokens("none"));
        Tokens("none").ShouldBeGreaterThan(12 * 10);
    }

    private long Tokens(string severity)
    {
        const string line = """{"messages":[{"role":"user","content":"Count."},{"role":"assistant","content":"One, two, three."}],"tools":[{"type":"function","function":{"name":"stop"}}]}""";
        File.WriteAllLines(folder.File("train.jsonl"), Enumerable.Repeat(line, 12));
        var manifest = folder.Write("finetune.yml", $$"""
            version: 1
            providers:
              host: { kind: openai_compatible, endpoint: "https://api.example.com/v1", profile: bedrock }
            models:
              bot: { provider: host, base_model: meta-llama/Llama-3.1-8B-Instruct, method: supervised, training: train.jsonl }
            lint: { rules: { FT3009: {{severity}} } }
            """);

        var report = Linter.Lint(LintRequest.ForRelease(manifest, new DateOnly(2026, 6, 1)));

        report.Findings.Any(finding => finding.Code == "FT3009").ShouldBe(severity != "none");
        return report.Datasets.ShouldHaveSingleItem().Tokens.ShouldNotBeNull().Billable;
    }
}
