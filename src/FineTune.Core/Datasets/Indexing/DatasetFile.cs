using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;

namespace FineTune.Core.Datasets.Indexing;

/// <summary>One file of a dataset that was read.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Places">What finds the line of an offset.</param>
internal sealed record DatasetFile(string Path, LinePlaces Places)
{
    /// <summary>Reads an example again; null where it is no longer what it was.</summary>
    /// <param name="offset">Offset of its line.</param>
    /// <param name="hasItems">Whether a grader reads the keys that no conversation has.</param>
    public Example? Read(long offset, bool hasItems)
    {
        var line = DataFile.ReadLine(Path, offset);
        var example = new Example();
        example.Start(line, 0, line.Length, 1, offset);
        if (example.Tape.Parse(line) != JsonFault.None || example.Node(0).Kind != JsonKind.Object)
        {
            return null;
        }
        ExampleReader.Read(example, hasItems);
        return example;
    }
}
