using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>FT4015: every example has the same name in braces: a template was written out before its values were put in; said once.</summary>
internal sealed class UnfilledTemplate() : DatasetRule(PlaceholderText.Rule)
{
    private const int FewestExamples = 5;

    /// <summary>More examples than these are not looked at: what is on each of them is on all.</summary>
    private const int MostRead = 1000;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this);

    private sealed class Check(UnfilledTemplate rule) : DatasetCheck
    {
        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (index.Count < FewestExamples)
            {
                return;
            }
            using var lines = new ExampleLines(findings.Files);
            var read = Math.Min(index.Count, MostRead);
            HashSet<string>? names = null;
            for (var i = 0; i < read && names is not { Count: 0 }; i++)
            {
                // Evenly over the whole, the first and the last included.
                if (lines.Read(index[(int)((long)i * (index.Count - 1) / (read - 1))].Place) is { } example)
                {
                    var found = TemplateNames.In(example);
                    names ??= found;
                    names.IntersectWith(found);
                }
            }
            if (names?.Order(StringComparer.Ordinal).FirstOrDefault() is { } name)
            {
                var all = read == index.Count ? $"all {read:N0} examples" : $"all {read:N0} of {index.Count:N0} examples that were looked at";
                findings.Report(rule, index[0].Place, example => TemplateNames.PlaceOf(example, name), $"{SafeText.Quote(name)} stands in {all}: a template whose values were never put in");
            }
        }
    }
}
