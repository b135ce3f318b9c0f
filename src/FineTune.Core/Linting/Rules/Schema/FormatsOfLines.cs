using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2002: the format of the data does not fit the method; with it FT2003 for lines whose format is not that of the others.</summary>
internal sealed class FormatsOfLines() : DatasetRule("FT2002", "format-does-not-fit-method", Severity.Error, "The data has the format of another method")
{
    public override DatasetCheck Start(DatasetScope scope) => new Check(this, scope);

    private sealed class Check(FormatsOfLines rule, DatasetScope scope) : DatasetCheck
    {
        private readonly List<(ExamplePlace Place, ExampleFormat Format)> odd = [];

        private (ExamplePlace Place, ExampleFormat Format)? first;

        private int oddCount;

        private long lines;

        public override void Observe(in ExampleFacts facts, int file)
        {
            // A line of an unknown format was reported as such.
            if (facts.Format == ExampleFormat.Unknown || (IsForeign(facts.Format) && !MethodFormats.Fits(scope, facts.Format)))
            {
                return;
            }
            lines++;
            first ??= (new ExamplePlace(file, facts.Offset), facts.Format);
            if (facts.Format != first.Value.Format && ++oddCount <= FindingLimit.PerRuleAndFile)
            {
                odd.Add((new ExamplePlace(file, facts.Offset), facts.Format));
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (first is not { } main)
            {
                return;
            }
            if (!MethodFormats.Fits(scope, main.Format))
            {
                findings.Report(rule, main.Place, DoesNotFit(main.Format));
            }
            else if (!scope.Profile.Methods.Contains(scope.Method) && scope.Model is null)
            {
                findings.Report(rule, main.Place, $"this is {MethodFormats.Describe(main.Format)}; {scope.Profile.Title} offers no {MethodFormats.NameOf(scope.Method)} training");
            }
            foreach (var (place, format) in odd)
            {
                findings.Report(
                    MixedFormats.Rule,
                    place,
                    $"this line is {MethodFormats.Describe(format)}, but {findings.Name(main.Place, place.File)} is {MethodFormats.Describe(main.Format)}; all lines must have one format");
            }
        }

        private string DoesNotFit(ExampleFormat format) =>
            $"the data is {MethodFormats.Describe(format)}, {(lines - oddCount == 1 ? "on this line" : $"on this and {lines - oddCount - 1:N0} more lines")}; "
            + $"{MethodFormats.NameOf(scope.Method)} training needs {MethodFormats.Wanted(scope.Method)}";

        private static bool IsForeign(ExampleFormat format) => format is not (ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.PromptCompletion);
    }
}
