using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Conversions.Documents;

/// <summary><c>{"messages": {"0": …, "1": …}}</c>, or with lists: a table written column by column, as pandas does unless it is told otherwise.</summary>
internal sealed class TableColumns : DocumentForm
{
    public override bool IsOf(Example document)
    {
        if (document.Node(0).Kind != JsonKind.Object || document.Tape.Count < 3)
        {
            return false;
        }
        var first = 2;
        return document.Node(first).Kind == JsonKind.Object ? IsColumn(document, first) : IsListOfCells(document);
    }

    public override string Describe(Example document, bool isWhole)
    {
        var count = 0;
        foreach (var _ in Cells(document, 2))
        {
            count++;
        }
        return $"the file is a table written column by column ({SafeText.Quote(document.Show(1))} holds {Count(count, "row", isWhole)}), as pandas does without orient=\"records\"; a JSONL file has one row a line";
    }

    public override IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault)
    {
        var (rows, order) = (new Dictionary<string, MemoryStream>(StringComparer.Ordinal), new List<MemoryStream>());
        foreach (var column in document.Tape.Properties(0))
        {
            if (document.Node(column.Value).Kind != document.Node(2).Kind)
            {
                (at, fault) = (column.Value, "what starts here is no column like the first");
                return null;
            }
            foreach (var (label, cell) in Cells(document, column.Value))
            {
                if (!rows.TryGetValue(label, out var row))
                {
                    rows[label] = row = new MemoryStream();
                    order.Add(row);
                }
                row.Write(row.Length == 0 ? "{"u8 : ", "u8);
                row.Write(document.Raw(column.Name));
                row.Write(": "u8);
                row.Write(OneLine(document, cell));
            }
        }
        return [.. order.Select(row => (byte[])[.. row.ToArray(), (byte)'}'])];
    }

    private static bool IsColumn(Example document, int column)
    {
        foreach (var property in document.Tape.Properties(column))
        {
            return document.Is(property.Name, "0"u8);
        }
        return false;
    }

    /// <summary>Whether the columns are lists of cells of the same length, one of which holds a conversation.</summary>
    private static bool IsListOfCells(Example document)
    {
        var (length, hasConversation) = (-1, false);
        foreach (var property in document.Tape.Properties(0))
        {
            if (document.Node(property.Value).Kind != JsonKind.Array)
            {
                return false;
            }
            var count = document.Tape.CountItems(property.Value);
            length = length < 0 ? count : length;
            if (count != length || count == 0)
            {
                return false;
            }
            hasConversation |= document.Show(property.Name) is "messages" or "conversations" or "prompt" or "chosen" && IsConversation(document, property.Value + 1);
        }
        return hasConversation;
    }

    private static List<(string Label, int Cell)> Cells(Example document, int column)
    {
        var cells = new List<(string, int)>();
        if (document.Node(column).Kind == JsonKind.Object)
        {
            foreach (var property in document.Tape.Properties(column))
            {
                cells.Add((document.Show(property.Name), property.Value));
            }
        }
        else
        {
            foreach (var item in document.Tape.Items(column))
            {
                cells.Add(($"{cells.Count}", item));
            }
        }
        return cells;
    }
}
