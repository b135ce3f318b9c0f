using System.Security.Cryptography;
using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;
using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>A working copy that releases one model.</summary>
internal sealed class Clone : IDisposable
{
    private static readonly byte[] s_data = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"messages\":[]}\n", 20)));

    public Clone(string address, HostQuirks? quirks = null)
    {
        Folder = Directory.CreateTempSubdirectory("finetune-release-").FullName;
        Lock = new MemoryLock(Path.Combine(Folder, "finetune.lock.json"));
        Address = address;
        Quirks = quirks ?? new HostQuirks { Metadata = true, MetadataFilter = true };
    }

    public const string Key = "sk-planted-key-0123456789abcdef";

    public string Folder { get; }

    public string Address { get; }

    public HostQuirks Quirks { get; }

    public MemoryLock Lock { get; }

    public TestClock Time { get; } = new();

    public ProgressLog Progress { get; } = new();

    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    public LockedModel Entry => Lock.Content!.Models["support-bot"];

    public ITrainingHost Host() => new OpenAIHost(
        new WireSettings("the stub", HostAddress.Parse(Address), Time.Clock)
        {
            Key = new KeySource(name => name == "OPENAI_API_KEY" ? Key : null, "OPENAI_API_KEY", "the stub"),
            Timeout = CallTimeout,
        },
        Quirks);

    public static ReleaseOrder Order(string digest = "a", decimal? cost = null, decimal? most = null)
    {
        var where = new SourceSpan("/r/finetune.yml", TextRange.FileStart);
        var file = new LockedFile
        {
            Sha256 = Convert.ToHexString(SHA256.HashData(s_data)).ToLowerInvariant(),
            Bytes = s_data.Length,
            Examples = 20,
            Sources = [],
        };
        return new ReleaseOrder
        {
            Model = new ModelSettings
            {
                Name = "support-bot",
                Where = where,
                Provider = new ProviderSettings { Name = "openai", Kind = ProviderKind.OpenAI, Profile = "openai" },
                BaseModel = new Sourced<string>("gpt-4.1-mini-2025-04-14", where),
                Method = TuningMethod.Supervised,
                MethodWhere = where,
                Training = new DatasetSettings([], []),
                Validation = new DatasetSettings([], []),
                MaxCostUsd = most,
            },
            Provider = new LockedProvider("openai", "openai", null),
            Digest = new string(digest[0], 64),
            DataDigest = new string('d', 64),
            Training = new ReleaseData(file, () => new MemoryStream(s_data), line => line <= 20 ? new SourceLine("/r/data/train.jsonl", (int)line) : null),
            Validation = new ReleaseData(file, () => new MemoryStream(s_data), _ => null),
            EstimatedCostUsd = cost,
            PricePerMillion = 5,
        };
    }

    public async Task<ReleaseOutcome> ReleaseAsync(ReleaseOptions? options = null, ReleaseOrder? order = null, CancellationToken cancellation = default)
    {
        await using var host = Host();
        using var releaser = new Releaser(_ => host, Lock, Progress, Time.Clock);
        var outcomes = await releaser.ReleaseAsync([order ?? Order()], options ?? new ReleaseOptions(), cancellation);
        return outcomes.ShouldHaveSingleItem();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
