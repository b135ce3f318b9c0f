using FineTune.Core.Linting.Suppressing;

namespace FineTune.Fuzz.Targets;

/// <summary>A baseline: one that is written as it was read, or a fault.</summary>
internal sealed class BaselineTarget : FuzzTarget
{
    public override string Name => "baseline";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        """
        {"version": 1, "findings": [
          {"path": "data/a.jsonl", "rule": "FT4001", "example": "3f9a1c0011223344", "at": "1-20"},
          {"path": "data/a.jsonl", "rule": "FT4003", "count": 2}
        ]}
        """u8.ToArray(),
    ];

    public override IReadOnlyList<string> Words { get; } = ["\"count\": 0", "\"count\": 1e9", "\"path\": null", "\"rule\": [],", "\"version\": 2,", "<<<<<<< ours\n", "\"at\": \"\"", "{\"path\": \"a\", \"rule\": \"b\"},"];

    public override void Run(byte[] input)
    {
        var reading = BaselineText.Read("/b.json", input);
        Require(reading.Baseline is null != reading.Fault is null, "neither a baseline nor a fault, or both");
        if (reading.Baseline is { } baseline)
        {
            var written = BaselineText.Of(baseline);
            Require(BaselineText.Read("/b.json", written).Baseline is { } again && BaselineText.Of(again).AsSpan().SequenceEqual(written), "what was written is not read as the same");
        }
    }
}
