using System.Text;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Tests.Counting;

/// <summary>Makes an example of a line, as the linter does.</summary>
internal static class ParsedLine
{
    public static Example Of(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var example = new Example();
        example.Start(bytes, 0, bytes.Length, 1, 0);
        example.Tape.Parse(bytes).ShouldBe(JsonFault.None);
        ExampleReader.Read(example);
        return example;
    }
}
