using System.Reflection;
using System.Runtime.Loader;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Linting.Rules.Limits;
using FineTune.Core.Manifest;
using FineTune.Core.Tests.Linting;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Counting;

public sealed class WhenALimitIsPassed : IDisposable
{
    private readonly TempFolder folder = new();

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

    [Fact]
    public void AJobThatIsTooLargeIsAnError()
    {
        var finding = Total(", n_epochs: 2000000").ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Error);
        finding.Message.ShouldBe("1,356 tokens times 2,000,000 epochs are 2,712,000,000; Azure OpenAI takes no more than 2,000,000,000 in one job");
        // Its bytes are too many, its tokens are not.
        Total(", n_epochs: 1000000").ShouldBeEmpty();
    }

    [Fact]
    public void EpochsThatTheHostChoosesAreNoError()
    {
        var scope = new DatasetScope { Profile = ProfileCatalog.Find("azure")!, Method = TuningMethod.Supervised, Role = DatasetRole.Training, Severities = new(LintSettings.Default.Severities, new Dictionary<string, Severity>()) };
        var file = new DataFileReport { Path = "/train.jsonl", Bytes = 900_000_000, UploadBytes = 900_000_000, Examples = 5_000, Tokens = new(0, 700_000_000, 0, 0, 0) };
        var findings = new DatasetFindings(scope, [new DatasetFile(file.Path, new LinePlaces())], new DatasetReport { Role = scope.Role, Profile = "azure", Method = scope.Method, Files = [file] });

        TotalTokens.Rule.Start(scope).Finish(findings, new DatasetIndex());

        var finding = findings.All.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Message.ShouldStartWith("700,000,000 tokens times 3 epochs (estimated) are 2,100,000,000;");
    }

    [Theory]
    [InlineData("az", "FT3005 Warning, FT3005 Error, FT3007 Error")]
    [InlineData("openai", "FT3005 Warning, FT3005 Error")]
    public void EverybodySaysTheSame(string provider, string codes)
    {
        var manifest = Manifest(provider, ", n_epochs: 2000000");
        var data = Path.Combine(folder.Path, "train.jsonl");
        File.AppendAllLines(data,
        [
            $$"""{"messages":[{"role":"user","content":"Count."},{"role":"assistant","content":"{{Words(66_000)}}"}]}""",
            $$"""{"messages":[{"role":"user","content":"{{Words(66_000)}}"},{"role":"assistant","content":"Fine."}]}""",
        ]);
        var today = new DateOnly(2026, 6, 1);
        var lint = Told(LintRequest.ForLint(manifest, today));

        lint.Where(finding => finding.Code is "FT3005" or "FT3007").Select(finding => $"{finding.Code} {finding.Severity}").ShouldBe(codes.Split(", "), ignoreOrder: true);
        foreach (var other in new[] { LintRequest.ForBuild(manifest, false, today), LintRequest.ForStats(manifest, today), LintRequest.ForDiff(manifest, today), LintRequest.ForPlan(manifest, today), LintRequest.ForRelease(manifest, today), LintRequest.ForVerify(manifest, today) })
        {
            Told(other).ShouldBe(lint);
        }
        if (provider == "openai")
        {
            Told(LintRequest.ForUpload(data, "openai", TuningMethod.Supervised, "gpt-4.1-mini-2025-04-14", today)).ShouldBe(lint);
        }

        Finding[] Told(LintRequest request) => [.. Linter.Lint(request).Findings.Where(finding => finding.Path == data)];
    }

    [Fact]
    public void TheEpochsOfEachModelCount()
    {
        var found = Total(", n_epochs: 3", ", n_epochs: 2000000", ", n_epochs: 3000000");

        found.Select(finding => finding.Message.Split(" are ")[0]).ShouldBe(["1,356 tokens times 2,000,000 epochs", "1,356 tokens times 3,000,000 epochs"]);
    }

    public void Dispose() => folder.Dispose();

    private static string Words(int count) => string.Concat(Enumerable.Repeat(" hello", count));

    private static IReadOnlyList<Finding> TooLong(string profile, string line)
    {
        using var dataset = new Dataset(line) { Profile = profile };
        return [.. dataset.Findings().Where(finding => finding.Code == "FT3005")];
    }

    private Finding[] Total(params string[] settings) =>
        [.. Linter.Lint(LintRequest.ForLint(Manifest("az", settings), new DateOnly(2026, 6, 1))).Findings.Where(finding => finding.Code == "FT3007")];

    private string Manifest(string provider, params string[] settings)
    {
        var line = $$"""{"messages":[{"role":"user","content":"Count."},{"role":"assistant","content":"{{Words(100)}}"}]}""";
        File.WriteAllLines(Path.Combine(folder.Path, "train.jsonl"), Enumerable.Repeat(line, 12));
        var manifest = Path.Combine(folder.Path, "finetune.yml");
        File.WriteAllText(manifest, $$"""
            version: 1
            providers:
              az: { kind: azure, endpoint: "https://x.openai.azure.com/" }
            models:

            """ + string.Concat(settings.Select((more, model) =>
            $"  bot{model}: {{ provider: {provider}, base_model: gpt-4.1-mini-2025-04-14, method: supervised, training: train.jsonl, hyperparameters: {{ batch_size: 1{more} }} }}\n")));
        return manifest;
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
