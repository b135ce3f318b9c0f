using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>FT4001: the same example again, whatever its white space, escapes and order of keys.</summary>
internal sealed class DuplicateExample() : DatasetRule("FT4001", "duplicate-example", Severity.Warning, "The same example again")
{
    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(DuplicateExample rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            using var table = HashTable.ByExample(index);
            for (var i = 0; i < index.Count; i++)
            {
                if (table.Add(i) is >= 0 and var first)
                {
                    var place = index[i].Place;
                    findings.Report(rule, place, () => $"this is the same example as {findings.Name(index[first].Place, place.File)}; it would weigh twice");
                }
            }
        }
    }
}
