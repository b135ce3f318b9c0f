using FineTune.Core.Fixing;

namespace FineTune.Fuzz.Targets;

/// <summary>Fixing a dataset: it ends, and another run has nothing to do.</summary>
internal sealed class FixTarget : FuzzTarget
{
    public override string Name => "fix";

    public override IReadOnlyList<byte[]> Seeds => Chats.Lines;

    public override IReadOnlyList<string> Words => Chats.Words;

    public override int Lines => 50;

    public override void Run(byte[] input)
    {
        using var file = new ScratchFile("data.jsonl", input);
        // The input chooses, so that it fails again when it is run again.
        var round = input.Length;
        var request = new FixRequest { Paths = [file.Path], Profile = round % 3 == 0 ? "azure" : "openai", Unsafe = round % 2 == 0, Convert = round % 4 < 2 };
        Require(Fixer.Fix(request).Files is [{ Fault: null }], "the file could not be fixed");
        var fixedOnce = File.ReadAllBytes(file.Path);
        Fixer.Fix(request);
        Require(File.ReadAllBytes(file.Path).AsSpan().SequenceEqual(fixedOnce), "another run changed something");
    }
}
