using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Documents;

/// <summary><c>{"0": {"messages": …}, "1": …}</c>: rows under their numbers, as pandas writes them with <c>orient="index"</c>.</summary>
internal sealed class NumberedRows : DocumentForm
{
    public override bool IsOf(Example document) =>
        document.Node(0).Kind == JsonKind.Object && document.Tape.Count > 2 && document.Is(1, "0"u8) && IsExample(document, 2);

    public override string Describe(Example document, bool isWhole)
    {
        var count = 0;
        foreach (var _ in document.Tape.Properties(0))
        {
            count++;
        }
        return $"the file is one object that holds {Count(count, "example", isWhole)} under their numbers (\"0\", \"1\", …); a JSONL file has one example a line, and nothing around them";
    }

    public override IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault)
    {
        var lines = new List<byte[]>();
        foreach (var property in document.Tape.Properties(0))
        {
            if (document.Node(property.Value).Kind != JsonKind.Object)
            {
                (at, fault) = (property.Value, "what starts here is no object");
                return null;
            }
            lines.Add(OneLine(document, property.Value));
        }
        return lines;
    }
}
