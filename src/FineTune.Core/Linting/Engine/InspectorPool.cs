using System.Collections.Concurrent;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Engine;

/// <summary>What looks through the blocks of a dataset: made once for each worker, and kept from block to block and from file to file.</summary>
/// <param name="scope">What the dataset is checked against.</param>
/// <param name="rules">The rules that judge an example.</param>
internal sealed class InspectorPool(DatasetScope scope, IReadOnlyList<ExampleRule> rules)
{
    /// <summary>Blocks that are looked through at once: each worker has some megabytes of its own.</summary>
    public static int Workers { get; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    private readonly ConcurrentBag<BlockInspector> idle = [];

    /// <summary>What a long line took stays with who looked through it: only one of those is kept.</summary>
    private BlockInspector? idleAfterLong;

    /// <summary>Lists that were looked through: what a block makes of its examples is large enough to be worth keeping.</summary>
    private readonly ConcurrentBag<List<ExampleFacts>> spare = [];

    public DatasetScope Scope { get; } = scope;

    /// <summary>Checks a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="skip">Bytes at its start that are no line: the byte-order mark.</param>
    /// <param name="withFacts">Whether anybody wants to know what its examples are.</param>
    public BlockReport Inspect(LineBlock block, int skip, bool withFacts)
    {
        var isLong = block.Length > BlockReader.LargestPooled;
        var inspector = (isLong ? Interlocked.Exchange(ref idleAfterLong, null) : null) ?? (idle.TryTake(out var rested) ? rested : new BlockInspector(Scope, rules));
        var report = inspector.Inspect(block, skip, !withFacts ? null : spare.TryTake(out var facts) ? facts : []);
        if (isLong)
        {
            idleAfterLong = inspector;
        }
        else
        {
            idle.Add(inspector);
        }
        return report;
    }

    /// <summary>Takes back what a block made of its examples.</summary>
    public void Return(List<ExampleFacts> facts)
    {
        facts.Clear();
        spare.Add(facts);
    }
}
