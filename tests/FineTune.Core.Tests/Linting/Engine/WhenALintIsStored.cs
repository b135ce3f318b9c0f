using System.Reflection;
using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Linting.Cache;
using FineTune.Core.Linting.Engine;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Linting.Engine;

public sealed class WhenALintIsStored : IDisposable
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    private readonly TempFolder folder = new();
    private readonly List<LintRequest> linted = [];

    public WhenALintIsStored()
    {
        Write("finetune.yml", """
            version: 1
            models:
              bot:
                provider: openai
                base_model: gpt-4.1-mini-2025-04-14
                method: supervised
                training: data/*.jsonl
            """);
        Write("data/one.jsonl", "{}\n");
    }

    private LintRequest Request => LintRequest.ForBuild(folder.File("finetune.yml"), lifecycleAsErrors: false, Today);

    [Fact]
    public void TheSameQuestionReadsNothing()
    {
        var first = Lint();
        var second = Lint();

        linted.Count.ShouldBe(1);
        (first.FromCache, second.FromCache).ShouldBe((false, true));
        second.Report.Findings.ShouldBe(first.Report.Findings);
        second.Inputs.ShouldBe(first.Inputs);
        second.Inputs.ShouldContain(folder.File("data/one.jsonl"));
    }

    [Fact]
    public void EveryChangeOfAnInputCounts()
    {
        Lint();
        foreach (var change in new Action[]
        {
            () => Write("data/one.jsonl", "{ }\n"),
            () => Write("data/two.jsonl", "{}\n"),
            () => File.Move(folder.File("data/two.jsonl"), folder.File("data/three.jsonl")),
            () => File.Delete(folder.File("data/three.jsonl")),
            () => Write("data/four.jsonl.dvc", "outs: []\n"),
            () => Write("finetune.yml", File.ReadAllText(folder.File("finetune.yml")) + "\nlint: { rules: { FT1007: error } }\n"),
            () => Write("finetune.lock.json", "{"),
        })
        {
            var before = linted.Count;
            change();
            Lint();
            Lint();
            linted.Count.ShouldBe(before + 1);
        }
    }

    [Fact]
    public void AnotherQuestionAnotherDayOrAnotherBuildCounts()
    {
        Lint();
        Lint(Request with { LifecycleAsErrors = true });
        Lint(Request with { Today = Today.AddDays(1) });
        Lint(program: "another");

        linted.Count.ShouldBe(4);
    }

    [Fact]
    public void OnlyWhatChangedIsCountedAgain()
    {
        Write("data/one.jsonl", "{\"messages\":[{\"role\":\"user\",\"content\":\"one\"},{\"role\":\"assistant\",\"content\":\"1\"}]}\n");
        Write("data/two.jsonl", "{\"messages\":[{\"role\":\"user\",\"content\":\"two\"},{\"role\":\"assistant\",\"content\":\"2\"}]}\n");
        Contents((request, cancellation) => Marked(Linter.Lint(request, cancellation))).ShouldBe([1_000_000, 1_000_000]);

        Write("data/two.jsonl", "{\"messages\":[{\"role\":\"user\",\"content\":\"one and one\"},{\"role\":\"assistant\",\"content\":\"2\"}]}\n");
        Contents(Linter.Lint).ShouldBe([1_000_000, 4]);

        // Another model may count otherwise.
        Write("finetune.yml", File.ReadAllText(folder.File("finetune.yml")).Replace("gpt-4.1-mini-2025-04-14", "gpt-3.5-turbo-0125", StringComparison.Ordinal));
        Contents(Linter.Lint).ShouldBe([2, 4]);

        long[] Contents(Func<LintRequest, CancellationToken, LintReport> lint) =>
            [.. Files(new LintCache(lint, "test").Lint(LintRequest.ForPlan(folder.File("finetune.yml"), Today), [folder.File("cache")], CancellationToken.None).Report).Select(file => file.Tokens!.Content)];

        static IEnumerable<DataFileReport> Files(LintReport report) => report.Datasets.ShouldHaveSingleItem().Files;

        static LintReport Marked(LintReport report) =>
            report with { Datasets = [report.Datasets[0] with { Files = [.. Files(report).Select(file => file with { Tokens = file.Tokens! with { Content = 1_000_000 } })] }] };
    }

    [Fact]
    public void ABrokenFileIsNoFile()
    {
        Lint();
        var entry = Directory.GetFiles(LintCache.FolderBeside(Request.ManifestPath!)!, "*.bin").ShouldHaveSingleItem();
        var whole = File.ReadAllBytes(entry);
        var random = new Random(7);
        foreach (var length in new[] { 0, 7, 16, whole.Length / 2, whole.Length })
        {
            var broken = whole[..length];
            if (length == whole.Length)
            {
                broken[random.Next(16, length)] ^= 0x10;
            }
            File.WriteAllBytes(entry, broken);
            CacheFile.Read(entry).ShouldBeNull();
        }
        Lint().FromCache.ShouldBeFalse();
        Lint().FromCache.ShouldBeTrue();
    }

    [Fact]
    public void DataThatWasJustWrittenIsNotTrustedYet()
    {
        File.WriteAllText(folder.File("data/one.jsonl"), "{}\n");

        Lint();
        Lint();

        linted.Count.ShouldBe(2);
    }

    [Fact]
    public void ManyAtOnceReadTheDataOnce()
    {
        var answers = new CachedLint[8];

        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => answers[i] = Lint(pause: 50));

        linted.Count.ShouldBe(1);
        answers.Count(answer => answer.FromCache).ShouldBe(answers.Length - 1);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenLeavesTheNextOne()
    {
        Write("closed", "a file where a folder should be");

        var cache = new LintCache(Read, "test");
        cache.Lint(Request, [folder.File("closed/cache"), folder.File("obj/cache")], CancellationToken.None);

        Directory.GetFiles(folder.File("obj/cache"), "*.bin").ShouldHaveSingleItem();
        cache.Lint(Request, [folder.File("closed/cache"), folder.File("obj/cache")], CancellationToken.None).FromCache.ShouldBeTrue();
    }

    [Fact]
    public void VersionControlLeavesItAlone()
    {
        Lint();

        File.ReadAllText(Path.Combine(LintCache.FolderBeside(Request.ManifestPath!)!, ".gitignore")).ShouldBe("*\n");
    }

    [Fact]
    public void NothingOfTheReportIsLost()
    {
        var report = new LintReport
        {
            Findings = [new("FT2009", Severity.Error, "/data/ä.jsonl", new(new(3, 41), new(4, 2)), "role is \"x\"") { Example = "0123456789ab" }],
            Suppressed = 3,
            Datasets =
            [
                new()
                {
                    Model = "bot",
                    Role = DatasetRole.Validation,
                    Profile = "openai",
                    Method = TuningMethod.Reinforcement,
                    Sha256 = "ab",
                    Files = [new() { Path = "/data/ä.jsonl", Bytes = 5_000_000_000, UploadBytes = 2, Examples = 7, Sha256 = "cd", Tokens = new(1, 2, 3, 4, 5) { Estimates = ["tools"] } }],
                },
            ],
        };
        var entry = new CacheEntry { Program = "p", Variant = "v", Today = Today, Inputs = new() { Patterns = [new("/m.yml", "*")], Stamps = [new("/a", "/b", 1, 2)] }, Report = report };

        CacheFile.Write(folder.File("entry.bin"), entry);

        JsonSerializer.Serialize(CacheFile.Read(folder.File("entry.bin"))).ShouldBe(JsonSerializer.Serialize(entry));
    }

    [Fact]
    public void EveryMemberOfTheQuestionIsPartOfIt()
    {
        // A new member of the request must be told apart in VariantOf, or named here with its reason.
        var elsewhere = new[] { nameof(LintRequest.Today), nameof(LintRequest.Progress), "EqualityContract" };
        var members = typeof(LintRequest).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(member => member.Name).Except(elsewhere);

        members.Order(StringComparer.Ordinal).ShouldBe(
        [
            "AllFindings", "AllowedOutside", "BaseModel", "BaselinePath", "DataMayBeMissing", "Deep", "LifecycleAsErrors", "ManifestPath", "Method", "Paths", "Profile", "ValidationPaths", "WithDigests", "WithTokens",
        ]);
    }

    public void Dispose() => folder.Dispose();

    private CachedLint Lint(LintRequest? request = null, string program = "test", int pause = 0) =>
        new LintCache((asked, cancellation) => Read(asked, pause, cancellation), program)
            .Lint(request ?? Request, [LintCache.FolderBeside(Request.ManifestPath!)!], CancellationToken.None);

    private LintReport Read(LintRequest request, CancellationToken cancellation) => Read(request, pause: 0, cancellation);

    private LintReport Read(LintRequest request, int pause, CancellationToken cancellation)
    {
        lock (linted)
        {
            linted.Add(request);
        }
        Thread.Sleep(pause);
        return Linter.Lint(request, cancellation);
    }

    private void Write(string name, string text) => File.SetLastWriteTimeUtc(folder.Write(name, text), DateTime.UtcNow.AddHours(-1).AddTicks(linted.Count));
}
