using FineTune.Core.Conversions;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Rules.Schema;

namespace FineTune.Core.Fixing.Fixes;

/// <summary>FT2004: the numbers of a table's rows, which pandas has written as a column of their own.</summary>
internal sealed class IndexColumns : ILineFix
{
    public Rule Rule => UnknownKey.Rule;

    public bool AppliesTo(FixScope scope) =>
        scope.Convert && scope.Reports(Rule) && scope.Uses.All(use => use.Method != Catalog.TuningMethod.Reinforcement && !use.Profile.ReadsNamedColumnsOnly);

    public byte[]? Apply(FixLine line)
    {
        if (!line.IsObject || line.Example.Format == ExampleFormat.Unknown)
        {
            return null;
        }
        var (example, edits, kept) = (line.Example, new LineEdits(), 0);
        var end = example.Node(0).Start + 1;
        foreach (var property in example.Tape.Properties(0))
        {
            if (PandasIndex.Is(example, property))
            {
                // With the comma before it, or where it is the first, up to the next one.
                edits.Replace(kept == 0 ? example.Node(property.Name).Start : end, kept == 0 ? StartOfNext(example, property.Value) : example.Node(property.Value).End, default);
                line.LeaveOut([example.Show(property.Name)]);
            }
            else
            {
                kept++;
            }
            end = example.Node(property.Value).End;
        }
        return edits.IsEmpty || kept == 0 ? null : edits.Apply(example.Line);
    }

    private static int StartOfNext(Example example, int value)
    {
        var next = example.Node(value).Next;
        return next < example.Node(0).Next ? example.Node(next).Start : example.Node(value).End;
    }
}
