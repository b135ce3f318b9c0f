using System.Runtime.InteropServices;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2003 for hosts that load a file as a table: a column has one type on some lines and another on others.</summary>
internal sealed class ColumnsDiffer() : DatasetRule(MixedFormats.Rule)
{
    private const int MostShapes = 4096;

    private const int MostColumns = 5;

    private static readonly string[] Types = ["", "an object", "a list", "a string", "a number", "true or false"];

    public override bool AppliesTo(DatasetScope scope) => scope.Profile.OneTypePerColumn;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(ColumnsDiffer rule) : DatasetCheck
    {
        private readonly Dictionary<ulong, (ExamplePlace First, long Count)> shapes = [];

        public override void Observe(in ExampleFacts facts, int file)
        {
            // More different shapes than this are no table.
            if (facts.Format != ExampleFormat.Unknown && (shapes.Count < MostShapes || shapes.ContainsKey(facts.Shape)))
            {
                ref var shape = ref CollectionsMarshal.GetValueRefOrAddDefault(shapes, facts.Shape, out var known);
                shape = known ? (shape.First, shape.Count + 1) : (new ExamplePlace(file, facts.Offset), 1);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            var columns = new Dictionary<ulong, (ulong Kind, ExamplePlace Place)>();
            var odd = new Dictionary<ulong, Column>();
            foreach (var (place, count) in shapes.Values.OrderBy(shape => (shape.First.File, shape.First.Offset)))
            {
                if (findings.ReadAgain(place) is { } example)
                {
                    ColumnKinds.Walk(example, 0, 1, (path, kind, node) =>
                    {
                        if (!columns.TryGetValue(path, out var column))
                        {
                            columns[path] = (kind, place);
                        }
                        else if (column.Kind != kind && !odd.ContainsKey(path))
                        {
                            odd[path] = Column.Of(example, node, place, kind, column);
                        }
                    });
                }
            }
            foreach (var column in odd.Values.Take(MostColumns))
            {
                Report(findings, column);
            }
        }

        private void Report(DatasetFindings findings, Column column)
        {
            var usual = column.Place == column.Usual.Place ? "before it on the same line" : $"on {findings.Name(column.Usual.Place, column.Place.File)}";
            findings.Report(
                rule,
                column.Place,
                _ => (column.Start, column.End),
                $"{SafeText.Quote(column.Name)} is {Types[column.Kind]} here and {Types[column.Usual.Kind]} {usual}; {findings.Scope.Profile.Title} does not load a file in which a column changes its type");
        }
    }

    /// <summary>The first value of a column that is not of its type.</summary>
    private sealed record Column(string Name, ulong Kind, ExamplePlace Place, int Start, int End, (ulong Kind, ExamplePlace Place) Usual)
    {
        public static Column Of(Example example, int node, ExamplePlace place, ulong kind, (ulong Kind, ExamplePlace Place) usual) =>
            new(NameOf(example, node), kind, place, example.Node(node).Start, example.Node(node).End, usual);

        // The items of a list have no name of their own: that of the list is the nearest before them.
        private static string NameOf(Example example, int node)
        {
            for (var name = node - 1; name > 0; name--)
            {
                if (example.Node(name).Next == name + 1 && example.Node(name + 1).Next > node && IsName(example, name))
                {
                    return example.Show(name);
                }
            }
            return "the line";
        }

        private static bool IsName(Example example, int node) =>
            example.Node(node).IsText && example.Line[example.Node(node).End..].TrimStart(" \t\r\n"u8) is [(byte)':', ..];
    }
}
