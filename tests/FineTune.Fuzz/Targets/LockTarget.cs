using System.Text;
using FineTune.Core.Lockfile;
using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Fuzz.Targets;

/// <summary>finetune.lock.json: a lock that is written as it was read, or findings.</summary>
internal sealed class LockTarget : FuzzTarget
{
    public override string Name => "lock";

    public override IReadOnlyList<byte[]> Seeds { get; } = [Bytes(Sample.Full()), Bytes(Sample.Versions("ab")), Bytes(Sample.Empty)];

    public override IReadOnlyList<string> Words { get; } =
    [
        "\"version\": 2,", "\"models\"", "\"versions\"", "\"attempts\"", "\"current\": 1,", "\"number\": 1", "\"digest\"", "\"state\": \"running\"", "\"pending\"", "\"sha256\"", "\"created_at\": \"2026-13-01T00:00:00Z\"", "\"2026-03-01\"",
        "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n", "\"pin\"", "\"checkpoints\": [", "\"cost_usd\": -1", "\"bytes\": -1", "\"examples\": 1e3",
    ];

    public override void Run(byte[] input)
    {
        var path = Path.Combine(Path.GetTempPath(), "finetune.lock.json");
        var reading = LockReader.Read(path, input);
        Require(reading.Lock is not null || reading.Findings.Count > 0, "neither a lock nor a finding");
        foreach (var finding in reading.Findings)
        {
            Require(finding.Message.Length is > 0 and < 2000 && !finding.Message.Any(char.IsControl), $"finding: {finding}");
        }
        if (reading is { Lock: { } locked, Findings.Count: 0 })
        {
            var written = Bytes(locked);
            Require(LockReader.Read(path, written) is { Lock: { } again } && Bytes(again).AsSpan().SequenceEqual(written), "what was written is not read as the same");
        }
    }

    private static byte[] Bytes(FineTuneLock locked) => Encoding.UTF8.GetBytes(LockText.Of(locked));
}
