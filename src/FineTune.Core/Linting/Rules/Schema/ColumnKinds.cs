using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>The columns of an example as a loader of tables sees them: a path of names, where all items of a list share one, and a type. One object is used for example after example.</summary>
internal sealed class ColumnKinds
{
    private readonly HashSet<ulong> seen = [];

    /// <summary>Hash of the columns with their types, whatever their order: examples with the same one load alike.</summary>
    public ulong ShapeOf(Example example)
    {
        seen.Clear();
        var shape = 0UL;
        Walk(example, 0, 1, (path, kind, _) =>
        {
            var column = ContentHash.Combine(path, kind);
            shape += seen.Add(column) ? column : 0;
        });
        return shape;
    }

    /// <summary>Visits each value with its path's hash, a number for its type and its node; null has any type and is left out.</summary>
    public static void Walk(Example example, int node, ulong path, Action<ulong, ulong, int> visit)
    {
        if (example.Node(node).Kind == JsonKind.Null)
        {
            return;
        }
        visit(path, FieldsDiffer.CodeOf(example.Node(node).Kind), node);
        if (example.Node(node).Kind == JsonKind.Object)
        {
            foreach (var property in example.Tape.Properties(node))
            {
                Walk(example, property.Value, ContentHash.Combine(path, ContentHash.OfBytes(example.Name(property.Name))), visit);
            }
        }
        else if (example.Node(node).Kind == JsonKind.Array)
        {
            foreach (var item in example.Tape.Items(node))
            {
                Walk(example, item, ContentHash.Combine(path, 1), visit);
            }
        }
    }
}
