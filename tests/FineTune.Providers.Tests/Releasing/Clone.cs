using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>A working copy that releases one model; the lock and the data are files.</summary>
internal sealed class Clone : IHosts, IDisposable
{
    public const string Key = "sk-planted-key-0123456789abcdef";

    private readonly bool isOwned;

    public Clone(string address, HostQuirks? quirks = null, string? folder = null)
    {
        isOwned = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("finetune-release-").FullName;
        Lock = new TestLock(Path.Combine(Folder, "finetune.lock.json"));
        Address = address;
        Quirks = quirks ?? new HostQuirks { Metadata = true, MetadataFilter = true, ListsModels = true };
        File.WriteAllText(Path.Combine(Folder, "train.jsonl"), Lines(20));
        File.WriteAllText(Path.Combine(Folder, "valid.jsonl"), Lines(12));
    }

    public string Folder { get; }

    public string Address { get; }

    public HostQuirks Quirks { get; }

    public TestLock Lock { get; }

    public TestClock Time { get; } = new();

    public ProgressLog Progress { get; } = new();

    /// <summary>Bytes above which a file goes in parts of a quarter of that; null for never.</summary>
    public long? PartsAbove { get; init; }

    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    public Func<ITrainingHost, ITrainingHost> Wrap { get; set; } = host => host;

    public FineTuneLock? Content => new DiskLock(Lock.Path).Read();

    public LockedModel Entry => Content!.Models["support-bot"];

    public Task<ITrainingHost> OpenAsync(ProviderSettings provider, CancellationToken cancellation) => Task.FromResult(Wrap(new OpenAIHost(
        new WireSettings("the stub", HostAddress.Parse(Address), Time.Clock)
        {
            Key = new KeySource(name => name == "OPENAI_API_KEY" ? Key : null, "OPENAI_API_KEY", "the stub"),
            Timeout = CallTimeout,
        },
        Quirks with { Uploads = PartsAbove is not null },
        new DataLimits { MaxFileBytes = PartsAbove, MaxLineBytes = 1 << 20 })
    {
        PartBytes = (int)((PartsAbove ?? 4) / 4),
    }));

    public FineTuneManifest Manifest(string suffix = "one", decimal? most = null, ProviderSettings? provider = null)
    {
        var path = Path.Combine(Folder, "finetune.yml");
        var where = new SourceSpan(path, TextRange.FileStart);
        provider ??= new ProviderSettings { Name = "openai", Kind = ProviderKind.OpenAI, Profile = "openai" };
        var model = new ModelSettings
        {
            Name = "support-bot",
            Where = where,
            Provider = provider,
            BaseModel = new Sourced<string>("gpt-4.1-mini-2025-04-14", where),
            Method = TuningMethod.Supervised,
            Training = new DatasetSettings([], [Path.Combine(Folder, "train.jsonl")]),
            Validation = new DatasetSettings([], [Path.Combine(Folder, "valid.jsonl")]),
            Suffix = suffix,
            MaxCostUsd = most,
        };
        return new FineTuneManifest
        {
            Path = path,
            Root = Folder,
            Files = [path],
            Providers = new Dictionary<string, ProviderSettings> { [provider.Name] = provider },
            Models = [model],
            Lint = LintSettings.Default,
        };
    }

    public ReleaseOrder Order(string suffix = "one", decimal? cost = null, decimal? most = null, ProviderSettings? provider = null)
    {
        var manifest = Manifest(suffix, most, provider);
        return ReleaseOrder.Of(manifest, manifest.Models[0], manifest.Models[0].Provider, default) with { Cost = cost is { } usd ? new CostEstimate(usd, 0, IsExact: false) : null };
    }

    public async Task<ReleaseOutcome> ReleaseAsync(ReleaseOptions? options = null, ReleaseOrder? order = null, CancellationToken cancellation = default)
    {
        using var releaser = new Releaser(this, Lock, Progress, Time.Clock);
        var outcomes = await releaser.ReleaseAsync([order ?? Order()], options ?? new ReleaseOptions(), cancellation);
        return outcomes.ShouldHaveSingleItem();
    }

    public void Dispose()
    {
        if (isOwned)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static string Lines(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append($"{{\"messages\":[{{\"role\":\"user\",\"content\":\"question {i}\"}},{{\"role\":\"assistant\",\"content\":\"answer {i}\"}}]}}\n");
        }
        return text.ToString();
    }
}
