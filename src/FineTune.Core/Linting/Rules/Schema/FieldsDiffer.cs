using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2032 for a whole dataset: a field that the grader reads is of another type on a line than on the first.</summary>
internal sealed class FieldsDiffer() : DatasetRule(ReinforcementShape.Rule)
{
    /// <summary>How many fields of a grader are compared.</summary>
    public const int MostFields = 16;

    private static readonly string[] Names = ["", "an object", "a list", "a string", "a number", "true or false", "null"];

    public override bool AppliesTo(DatasetScope scope) => scope.Method == TuningMethod.Reinforcement && scope.GraderFields.Count > 0;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this, scope.GraderFields);

    /// <summary>A number above 0 for what a value is; true and false are one kind.</summary>
    public static ulong CodeOf(JsonKind kind) => kind switch
    {
        JsonKind.Object => 1,
        JsonKind.Array => 2,
        JsonKind.String => 3,
        JsonKind.Number => 4,
        JsonKind.Null => 6,
        _ => 5,
    };

    private sealed class Check(FieldsDiffer rule, IReadOnlyList<string> fields) : DatasetCheck
    {
        private readonly (ExamplePlace Place, ulong Kind)[] firsts = new (ExamplePlace, ulong)[Math.Min(fields.Count, MostFields)];

        private readonly List<(int Field, ExamplePlace Place, ulong Kind)> odd = [];

        public override void Observe(in ExampleFacts facts, int file)
        {
            for (var i = 0; i < firsts.Length && facts.Format == ExampleFormat.Chat; i++)
            {
                var (kind, place) = ((facts.FieldKinds >> (4 * i)) & 15, new ExamplePlace(file, facts.Offset));
                if (firsts[i].Kind == 0)
                {
                    firsts[i] = (place, kind);
                }
                else if (kind != 0 && kind != firsts[i].Kind && odd.Count <= FindingLimit.PerRuleAndFile)
                {
                    odd.Add((i, place, kind));
                }
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            foreach (var (field, place, kind) in odd)
            {
                findings.Report(
                    rule,
                    place,
                    example => example.Find(0, System.Text.Encoding.UTF8.GetBytes(fields[field])) is >= 0 and var node ? (example.Node(node).Start, example.Node(node).End) : null,
                    $"{SafeText.Quote(fields[field])}, which the grader reads, is {Names[kind]} here and {Names[firsts[field].Kind]} on {findings.Name(firsts[field].Place, place.File)}; it must be of one type");
            }
        }
    }
}
