using FineTune.Core.Conversions.Lines;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Documents;

/// <summary><c>["{\"messages\": …}", …]</c>: a list of objects that were encoded twice.</summary>
internal sealed class ListOfTexts : DocumentForm
{
    public override bool IsOf(Example document) =>
        document.Node(0).Kind == JsonKind.Array && document.Tape.Count > 1 && QuotedObject.Unquote(document, 1) is not null;

    public override string Describe(Example document, bool isWhole) =>
        $"the file is one list of {Count(document.Tape.CountItems(0), "string", isWhole)}, each of which holds an object as text; in a JSONL file each object stands on a line of its own";

    public override IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault)
    {
        var lines = new List<byte[]>();
        foreach (var item in document.Tape.Items(0))
        {
            if (QuotedObject.Unquote(document, item) is not { } line)
            {
                (at, fault) = (item, "what starts here is no string that holds an object");
                return null;
            }
            lines.Add(line);
        }
        return lines;
    }
}
