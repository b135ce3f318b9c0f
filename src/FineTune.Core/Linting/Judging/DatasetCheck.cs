using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.Judging;

/// <summary>A rule's look at one dataset: sees its examples in order, on one thread, and reports at the end.</summary>
internal abstract class DatasetCheck
{
    /// <summary>Sees the next example.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="file">Index of its file in the dataset.</param>
    public virtual void Observe(in ExampleFacts facts, int file)
    {
    }

    /// <summary>Reports what the whole shows.</summary>
    /// <param name="findings">Where to report.</param>
    /// <param name="index">Every example that was seen.</param>
    public abstract void Finish(DatasetFindings findings, DatasetIndex index);
}
