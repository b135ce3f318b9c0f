using System.Reflection;
using System.Runtime.Loader;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Tests.Linting;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Counting;

public sealed class WhenALimitIsPassed : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void AnAnswerThatIsCutIsAWarning()
    {
        var finding = TooLong("openai", $$"""{"messages":[{"role":"user","content":"Count."},{"role":"assistant","content":"{{Words(66_000)}}"}]}""").ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Message.ShouldBe("the example has about 66,013 tokens; the model trains on the first 65,536, the rest is cut off");
    }

    [Fact]
    public void AnAnswerBehindTheCutIsAnError()
    {
        var finding = TooLong("openai", $$"""{"messages":[{"role":"user","content":"{{Words(66_000)}}"},{"role":"assistant","content":"Fine."}]}""").ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Error);
        finding.Message.ShouldEndWith("the model trains on the first 65,536, and no answer is left before that cut");
    }

    [Fact]
    public void AnAnswerOfGeminiIsAnAnswer()
    {
        var finding = TooLong("gemini", $$"""{"contents":[{"role":"user","parts":[{"text":"Count."}]},{"role":"model","parts":[{"text":"{{Words(132_000)}}"}]}]}""").ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void ImagesCountThoughTheirAddressesAreShort()
    {
        var images = string.Join(',', Enumerable.Repeat("""{"type":"image_url","image_url":{"url":"https://example.org/a.png"}}""", 90));

        TooLong("openai", $$"""{"messages":[{"role":"user","content":[{{images}}]},{"role":"assistant","content":"Fine."}]}""").ShouldHaveSingleItem();
    }

    [Fact]
    public void OneTokenLessIsFine()
    {
        TooLong("openai", Exactly(65_536)).ShouldBeEmpty();
        TooLong("openai", Exactly(65_537)).ShouldHaveSingleItem();

        static string Exactly(int tokens) => $$"""{"messages":[{"role":"user","content":""},{"role":"assistant","content":"{{Words(tokens - 11)}}"}]}""";
    }

    [Fact]
    public void NoVocabularyIsReadForAnExampleThatCannotBeTooLong()
    {
        var inData = new string('A', 100_000);
        CountsSomething($$$"""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,{{{inData}}}"}}]},{"role":"assistant","content":"{{{Words(9_000)}}}"}]}""").ShouldBeFalse();
        CountsSomething($$"""{"messages":[{"role":"user","content":"Count."},{"role":"assistant","content":"{{Words(40_000)}}"}]}""").ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, Severity.Error, "2,000,000,000 in one job")]
    [InlineData(false, Severity.Warning, "about ")]
    public void AJobThatIsTooLargeIsFoundAndOnlyAnErrorWhereItWasCounted(bool counted, Severity severity, string says)
    {
        Total(counted, words: 100, epochs: 2_000_000).ShouldHaveSingleItem().Severity.ShouldBe(severity);
        Total(counted, words: 100, epochs: 2_000_000)[0].Message.ShouldContain(says);
        Total(counted, words: 100, epochs: 100_000).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static string Words(int count) => string.Concat(Enumerable.Repeat(" hello", count));

    private static IReadOnlyList<Finding> TooLong(string profile, string line)
    {
        using var dataset = new Dataset(line) { Profile = profile };
        return [.. dataset.Findings().Where(finding => finding.Code == "FT3005")];
    }

    private Finding[] Total(bool counted, int words, int epochs)
    {
        var line = $$"""{"messages":[{"role":"user","content":"Count."},{"role":"assistant","content":"{{Words(words)}}"}]}""";
        File.WriteAllLines(Path.Combine(_folder.Path, "train.jsonl"), Enumerable.Repeat(line, 12));
        var manifest = Path.Combine(_folder.Path, "finetune.yml");
        File.WriteAllText(manifest, $$"""
            version: 1
            providers:
              az: { kind: azure, endpoint: "https://x.openai.azure.com/" }
            models:
              bot: { provider: az, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: train.jsonl, hyperparameters: { n_epochs: {{epochs}} } }
            """);
        return [.. Linter.Lint(new LintRequest { ManifestPath = manifest, WithTokens = counted, Today = new DateOnly(2026, 6, 1) }).Findings.Where(finding => finding.Code == "FT3007")];
    }

    /// <summary>Whether a plain lint reads a vocabulary, seen in a copy of the library that has not read one yet.</summary>
    private static bool CountsSomething(string line)
    {
        using var dataset = new Dataset(line);
        var context = new AssemblyLoadContext("a library of its own", isCollectible: true);
        try
        {
            var core = context.LoadFromAssemblyPath(typeof(Linter).Assembly.Location);
            var request = core.GetType(typeof(LintRequest).FullName!)!;
            var asked = Activator.CreateInstance(request)!;
            request.GetProperty(nameof(LintRequest.Paths))!.SetValue(asked, (string[])[dataset.Path]);
            request.GetProperty(nameof(LintRequest.Profile))!.SetValue(asked, "openai");
            core.GetType(typeof(Linter).FullName!)!.GetMethod(nameof(Linter.Lint))!.Invoke(null, [asked, default(CancellationToken)]);
            var vocabulary = core.GetType("FineTune.Core.Tokenization.Encodings")!.GetField("O200kVocabulary", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
            return (bool)vocabulary.GetType().GetProperty("IsValueCreated")!.GetValue(vocabulary)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
