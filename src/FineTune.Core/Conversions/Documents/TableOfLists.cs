using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Documents;

/// <summary><c>{"columns": ["messages"], "index": [0], "data": [[…]]}</c>: a table whose names stand apart, as pandas writes it with <c>orient="split"</c>.</summary>
internal sealed class TableOfLists : DocumentForm
{
    public override bool IsOf(Example document) =>
        document.Node(0).Kind == JsonKind.Object
        && document.Find(0, "columns"u8) is >= 0 and var columns && document.Node(columns).Kind == JsonKind.Array && document.Node(columns).Next > columns + 1 && document.Node(columns + 1).IsText
        && document.Find(0, "data"u8) is >= 0 and var data && document.Node(data).Kind == JsonKind.Array;

    public override string Describe(Example document, bool isWhole) =>
        $"the file is a table of {Count(document.Tape.CountItems(document.Find(0, "data"u8)), "row", isWhole)} whose column names stand apart, as pandas writes it with orient=\"split\"; a JSONL file has one row a line";

    public override IReadOnlyList<byte[]>? Lines(Example document, Leftovers? leftovers, ref int at, ref string fault)
    {
        var names = ItemsOf(document, document.Find(0, "columns"u8));
        var lines = new List<byte[]>();
        foreach (var row in document.Tape.Items(document.Find(0, "data"u8)))
        {
            if (document.Node(row).Kind != JsonKind.Array || document.Tape.CountItems(row) != names.Count || names.Exists(name => !document.Node(name).IsText))
            {
                (at, fault) = (row, "the row that starts here has not as many cells as there are columns");
                return null;
            }
            var cells = ItemsOf(document, row);
            var line = new MemoryStream();
            for (var i = 0; i < cells.Count; i++)
            {
                line.Write(i == 0 ? "{"u8 : ", "u8);
                line.Write(document.Raw(names[i]));
                line.Write(": "u8);
                line.Write(OneLine(document, cells[i]));
            }
            line.WriteByte((byte)'}');
            lines.Add(line.ToArray());
        }
        return lines;
    }
}
