using System.Diagnostics;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Tests.Datasets;

public sealed class WhenADatasetIsLarge
{
    // The last chunk of the index, which need not be full, and what the tables are apart from their slots.
    private const long Constant = 512 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(16_385)]
    [InlineData(262_145)]
    [InlineData(419_431)]
    [InlineData(838_861)]
    [InlineData(1_000_000)]
    public void AnExampleIsRememberedInThirtyTwoBytes(int examples)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var index = IndexOf(examples, i => (ulong)i * 0x9E3779B97F4A7C15);
        using (HashTable.ByContent(index).AddAll())
        {
        }
        using (HashTable.ByContext(index).AddAll())
        {
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThanOrEqualTo((32L * examples) + Constant);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(44)]
    public void HashesChosenToMeetDoNot(int shift)
    {
        var index = IndexOf(300_000, i => (ulong)i << shift);

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        using var table = HashTable.ByContent(index).AddAll();
        (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds.ShouldBeLessThan(20, "it takes a moment; where all meet in one slot it takes minutes");
        table.Find(7UL << shift).ShouldBe(7);
    }

    [Fact]
    public void OfEqualHashesTheFirstIsFound()
    {
        var index = IndexOf(10_000, i => (ulong)(i % 1_000) * 0x9E3779B97F4A7C15);
        using var table = HashTable.ByContent(index);

        Enumerable.Range(0, index.Count).Select(table.Add).ShouldBe(Enumerable.Range(0, index.Count).Select(i => i < 1_000 ? -1 : i % 1_000));
    }

    [Fact]
    public void TwoTablesAtOnceDoNotShareTheirSlots()
    {
        var index = IndexOf(100, i => (ulong)i + 1);
        using var examples = HashTable.ByContent(index).AddAll();
        using var contexts = HashTable.ByContext(index);

        contexts.Find(index[5].Context).ShouldBe(-1);
        examples.Find(index[5].Content).ShouldBe(5);
    }

    private static DatasetIndex IndexOf(int examples, Func<int, ulong> hash)
    {
        var index = new DatasetIndex();
        for (var i = 0; i < examples; i++)
        {
            index.Add(hash(i), ~hash(i), new ExamplePlace(0, 100L * i));
        }
        return index;
    }
}
