using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Tests.Manifest;

namespace FineTune.Core.Tests.Linting;

public sealed class WhenABaseModelIsNamed : IDisposable
{
    private readonly ManifestFolder folder = new();

    [Theory]
    [InlineData("kind: azure, endpoint: \"https://eu.example.com\"", "gpt-4o-mini", "Azure OpenAI trains it as \"gpt-4o-mini-2024-07-18\"")]
    [InlineData("kind: openai", "gpt-4.1-mini", "OpenAI trains it as \"gpt-4.1-mini-2025-04-14\"")]
    [InlineData("kind: openai_compatible, profile: nebius", "meta-llama/Meta-Llama-3.1-8B-Instruct", "Nebius Token Factory trains it as \"meta-llama/Llama-3.1-8B-Instruct\"")]
    public void ByTheNameItAnswersToTheNameItIsTrainedByIsSaid(string provider, string model, string said)
    {
        var finding = Lint(provider, model).Where(finding => finding.Code == "FT7009").ShouldHaveSingleItem();

        finding.Message.ShouldBe($"\"{model}\" is a name that the model answers to; {said}");
        (finding.Severity, finding.Range.Start.Line).ShouldBe((Severity.Warning, 5));
    }

    [Theory]
    [InlineData("kind: azure, endpoint: \"https://eu.example.com\"", "gpt-4o-mini-2024-07-18")]
    [InlineData("kind: azure, endpoint: \"https://eu.example.com\"", "gpt-4.1-2025-04-14.ft-0123456789abcdef0123456789abcdef")]
    [InlineData("kind: azure, endpoint: \"https://eu.example.com\", training_type: developer", "Ministral-3B-2411")]
    [InlineData("kind: openai", "ft:gpt-4.1-mini-2025-04-14:acme:support:Ab12")]
    [InlineData("kind: emulator", "gpt-4.1-mini")]
    public void ByTheNameItIsTrainedByNothingIsSaid(string provider, string model) =>
        Lint(provider, model).Where(finding => finding.Code is "FT7009" or "FT0004").ShouldBeEmpty();

    [Fact]
    public void OfAHostThatSupportsNoTrainingAnyMoreItIsSaidOnceARun()
    {
        var notice = Lint("kind: openai_compatible, profile: mistral, endpoint: \"https://m.example.com\"", "open-mistral-7b", "ministral-8b-latest").Where(finding => finding.Code == "FT7005").ShouldHaveSingleItem();

        (notice.Severity, notice.Range.Start.Line).ShouldBe((Severity.Info, 5));
        notice.Message.ShouldStartWith("Mistral AI says that it no longer supports fine-tuning");
    }

    [Fact]
    public void OfSuchAHostItIsSaidOfFilesAloneToo()
    {
        var (first, second) = (folder.Write("data/train.jsonl", Quality.Chat.Line("Which pier?", "Two.") + "\n"), folder.Write("data/valid.jsonl", Quality.Chat.Line("Which boat?", "The last.") + "\n"));

        Linter.Lint(new LintRequest { Paths = [first, second], Profile = "mistral", Today = Today }).Findings.Where(finding => finding.Code == "FT7005").ShouldHaveSingleItem().Path.ShouldBe(first);
        Linter.Lint(new LintRequest { Paths = [first, second], Profile = "together", Today = Today }).Findings.ShouldNotContain(finding => finding.Code == "FT7005");
    }

    public void Dispose() => folder.Dispose();

    private static DateOnly Today => new(2026, 9, 1);

    private IReadOnlyList<Finding> Lint(string provider, params string[] models)
    {
        folder.Write("data/train.jsonl", Quality.Chat.Line("Which pier?", "Two.") + "\n");
        var lines = models.Select((model, i) => $"  m{i}: {{ provider: host, base_model: \"{model}\", training: data/train.jsonl }}");
        var path = folder.Write("finetune.yml", $"version: 1\nproviders:\n  host: {{ {provider} }}\nmodels:\n{string.Join('\n', lines)}\n");
        return Linter.Lint(new LintRequest { ManifestPath = path, Today = Today }).Findings;
    }
}
