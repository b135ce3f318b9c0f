using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Conversions.Documents;

/// <summary><c>{"data": [{"messages": …}, …]}</c>: one object around the list of examples.</summary>
internal sealed class WrappedList : DocumentForm
{
    public override bool IsOf(Example document) => Find(document) >= 0;

    public override string Describe(Example document, bool isWhole)
    {
        var list = Find(document);
        return $"the file is one object whose {SafeText.Quote(document.Show(list - 1))} holds {Count(document.Tape.CountItems(list), "example", isWhole)}; a JSONL file has one example a line, and nothing around them";
    }

    public override IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault)
    {
        var list = Find(document);
        foreach (var property in document.Tape.Properties(0))
        {
            if (property.Value == list)
            {
                continue;
            }
            if (leftovers is null)
            {
                (at, fault) = (property.Name, $"{SafeText.Quote(document.Show(property.Name))} stands beside the list, and lines have no place for it; finetune fix --convert leaves it out");
                return null;
            }
            leftovers.Drop(document.Show(property.Name));
        }
        var lines = new List<byte[]>();
        foreach (var item in document.Tape.Items(list))
        {
            var row = RowOf(document, item);
            if (document.Node(row).Kind != JsonKind.Object && !IsConversation(document, row))
            {
                (at, fault) = (item, "what starts here is no object");
                return null;
            }
            lines.Add(document.Node(row).Kind == JsonKind.Object ? OneLine(document, row) : OfConversation(document, row));
        }
        return lines;
    }

    /// <summary>The list of examples; -1 where there is none.</summary>
    private static int Find(Example document)
    {
        if (document.Node(0).Kind != JsonKind.Object)
        {
            return -1;
        }
        foreach (var property in document.Tape.Properties(0))
        {
            var list = property.Value;
            if (document.Node(list).Kind == JsonKind.Array && document.Node(list).Next > list + 1 && IsRow(document, document.Show(property.Name), RowOf(document, list + 1)))
            {
                return list;
            }
        }
        return -1;
    }

    // A list of messages under a key of an example's own is the conversation of one example.
    private static bool IsRow(Example document, string key, int row) =>
        (IsExample(document, row) && !IsMessage(document, row)) || (IsConversation(document, row) && key is not ("messages" or "conversations"));

    /// <summary>Rows of a dataset server stand in an object with their number.</summary>
    private static int RowOf(Example document, int item) =>
        document.Find(item, "row"u8) is >= 0 and var row && document.Find(item, "row_idx"u8) >= 0 ? row : item;
}
