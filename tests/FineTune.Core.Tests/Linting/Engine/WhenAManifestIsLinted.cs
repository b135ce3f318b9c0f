using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Tests.Manifest;

namespace FineTune.Core.Tests.Linting.Engine;

public sealed class WhenAManifestIsLinted : IDisposable
{
    private const string Reinforcement = """
        version: 1
        models:
          m:
            provider: openai
            base_model: o4-mini-2025-04-16
            method: reinforcement
            training: data/train.jsonl
            validation: data/valid.jsonl
            grader: { type: string_check, name: exact, operation: eq, input: "{{sample.output_text}}", reference: "{{item.answer}}" }
        """;

    private readonly ManifestFolder folder = new();

    [Fact]
    public void AFieldOfTheGraderThatIsAbsentIsFound()
    {
        Write("train", """{"messages": [{"role": "user", "content": "2 + 2?"}], "answer": "4"}""", """{"messages": [{"role": "user", "content": "2 + 3?"}], "anwser": "5"}""");
        Write("valid", """{"messages": [{"role": "user", "content": "2 + 4?"}], "answer": "6"}""");

        Lint(Reinforcement, "FT2032").ShouldBe(["(2,1) the grader reads \"{{item.answer}}\", but the line has no \"answer\""]);
    }

    [Fact]
    public void AFieldOfTheGraderOfAnotherTypeIsFound()
    {
        Write("train", """{"messages": [{"role": "user", "content": "2 + 2?"}], "answer": "4"}""", """{"messages": [{"role": "user", "content": "2 + 3?"}], "answer": 5}""");
        Write("valid", """{"messages": [{"role": "user", "content": "2 + 4?"}], "answer": "6"}""");

        Lint(Reinforcement, "FT2032").ShouldBe(["(2,65) \"answer\", which the grader reads, is a number here and a string on line 1; it must be of one type"]);
    }

    [Fact]
    public void FieldsOfOneTypeAreFine()
    {
        Write("train", """{"messages": [{"role": "user", "content": "2 + 2?"}], "answer": true}""", """{"messages": [{"role": "user", "content": "2 + 3?"}], "answer": false}""");
        Write("valid", """{"messages": [{"role": "user", "content": "2 + 4?"}], "answer": true}""");

        Lint(Reinforcement, "FT2032").ShouldBeEmpty();
    }

    [Fact]
    public void TwoModelsThatWouldBeTheSameTrainingAreFound()
    {
        const string Two = """
            version: 1
            models:
              a: { provider: openai, base_model: gpt-4.1-2025-04-14, training: data/train.jsonl }
              b: { provider: openai, base_model: gpt-4.1-2025-04-14, training: data/train.jsonl }
            """;
        Write("train", Quality.Chat.Line("Which tent?", "The Ridge 2."));

        Lint(Two, "FT0004").ShouldBe(["(4,3) b would be the same training as a: same data, settings and suffix; give it a suffix of its own, or use the other model"]);
        Lint(Two + "\nlint: { rules: { FT0004: none } }\n", "FT0004").Length.ShouldBe(1);
        Lint(Two.Replace("b: { ", "b: { suffix: b, ", StringComparison.Ordinal), "FT0004").ShouldBeEmpty();
    }

    [Fact]
    public void SeveritiesOfTheManifestHoldForItsOwnFindingsToo()
    {
        const string Manifest = """
            version: 1
            models:
              a: { provider: openai, base_model: gpt-4.1-2025-04-14, training: data/train.jsonl, colour: red }
            lint: { rules: { FT0003: SEVERITY } }
            """;
        Write("train", Quality.Chat.Line("Which tent?", "The Ridge 2."));

        Lint(Manifest.Replace("SEVERITY", "error", StringComparison.Ordinal), "FT0003").Length.ShouldBe(1);
        Lint(Manifest.Replace("SEVERITY", "none", StringComparison.Ordinal), "FT0003").ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private void Write(string name, params string[] lines) => folder.Write($"data/{name}.jsonl", string.Join('\n', lines) + "\n");

    private string[] Lint(string manifest, string code)
    {
        var path = folder.Write("finetune.yml", manifest.TrimEnd() + "\n");
        var report = Linter.Lint(new LintRequest { ManifestPath = path, Today = new DateOnly(2026, 9, 1) });
        return [.. report.Findings.Where(finding => finding.Code == code).Select(finding => $"({finding.Range.Start.Line},{finding.Range.Start.Column}) {finding.Message}")];
    }
}
