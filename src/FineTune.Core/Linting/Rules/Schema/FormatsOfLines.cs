using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>
/// FT2002: the format of the data does not fit the method; with it FT2001 for data in a format that the host does not read,
/// and FT2003 for lines whose format is not that of the others.
/// </summary>
internal sealed class FormatsOfLines() : DatasetRule("FT2002", "format-does-not-fit-method", Severity.Error, "The data has the format of another method")
{
    /// <summary>It reports under three codes, each with a severity of its own.</summary>
    public override bool IsOn(DatasetScope scope) => true;

    public override DatasetCheck Start(DatasetScope scope) => new Check(this, scope);

    private sealed class Check(FormatsOfLines rule, DatasetScope scope) : DatasetCheck
    {
        private static readonly int Formats = Enum.GetValues<ExampleFormat>().Length;

        private readonly (ExamplePlace First, long Count)[] seen = new (ExamplePlace, long)[Formats];

        private readonly List<ExamplePlace>[] places = [.. Enumerable.Range(0, Formats).Select(_ => new List<ExamplePlace>())];

        private ExampleFormat usual;

        public override void Observe(in ExampleFacts facts, int file)
        {
            // A line of an unknown format was reported as such, and one of two formats too.
            if (facts.Format == ExampleFormat.Unknown || facts.IsMixed)
            {
                return;
            }
            var place = new ExamplePlace(file, facts.Offset);
            usual = usual == ExampleFormat.Unknown ? facts.Format : usual;
            ref var known = ref seen[(int)facts.Format];
            known = known.Count == 0 ? (place, 1) : (known.First, known.Count + 1);
            // All lines may have the first format: of those a few places are enough.
            if (places[(int)facts.Format].Count < (facts.Format == usual ? FindingLimit.PerRuleAndFile : scope.MostFindings))
            {
                places[(int)facts.Format].Add(place);
            }
        }

        public override void Finish(DatasetFindings findings, DatasetIndex index)
        {
            if (Main() is not { } main)
            {
                return;
            }
            ReportMain(findings, main);
            for (var format = ExampleFormat.Unknown + 1; (int)format < Formats; format++)
            {
                if (format != main && seen[(int)format].Count > 0)
                {
                    ReportOdd(findings, main, format);
                }
            }
        }

        /// <summary>The first format that can be trained on; where there is none, the first.</summary>
        private ExampleFormat? Main() => Enumerable.Range(0, Formats)
            .Where(format => seen[format].Count > 0)
            .OrderByDescending(format => MethodFormats.Fits(scope, (ExampleFormat)format))
            .ThenBy(format => (seen[format].First.File, seen[format].First.Offset))
            .Select(format => (ExampleFormat?)format)
            .FirstOrDefault();

        private void ReportMain(DatasetFindings findings, ExampleFormat main)
        {
            var (first, count) = seen[(int)main];
            var example = findings.ReadAgain(first);
            var (many, name) = (count == 1 ? "on this line" : $"on this and {count - 1:N0} more lines", FormatNames.Of(main, example));
            if (scope.Asked is not null)
            {
                findings.Report(rule, Severity.Info, first, $"these are rows for {scope.Method.Name()} training; they are checked as {scope.Profile.Name}");
            }
            if (DeadFormat.IsNotOffered(scope, main))
            {
                findings.Report(rule, first, $"this is {name}; {RefusalOf(scope)}{Offer(example)}");
            }
            else if (!MethodFormats.Fits(scope, main))
            {
                ReportForeign(findings, main, first, $"the data is {name}, {many}", example);
            }
            else if (DeadFormat.LastDay(scope) is { } day)
            {
                findings.Report(rule, first, FormattableString.Invariant($"this is {name}; {scope.Profile.Title} has trained no model on that since {day:yyyy-MM-dd}") + Offer(example));
            }
        }

        private void ReportForeign(DatasetFindings findings, ExampleFormat main, ExamplePlace first, string what, Example? example)
        {
            // A host with a format of its own has another for what is a conversation elsewhere.
            var isConversation = main == ExampleFormat.Chat && scope.Method == Catalog.TuningMethod.Supervised;
            if (IsForeign(main) || isConversation)
            {
                var wants = scope.Profile.Name == "generic" ? "most hosts want" : $"{scope.Profile.Title} wants";
                var offer = example is null ? "" : ConversionOffer.For(scope, example);
                findings.Report(UnknownFormat.Rule, first, UnknownFormat.KeyIn, $"{what}; {wants} {MethodFormats.Wanted(scope)}{offer}");
            }
            else
            {
                findings.Report(rule, first, $"{what}; {scope.Method.Name()} training needs {MethodFormats.Wanted(scope)}");
            }
        }

        /// <summary>That the host lacks the method, or which of its other profiles has it.</summary>
        private static string RefusalOf(DatasetScope scope) => Catalog.ProfileCatalog.SisterOf(scope.Profile, scope.Method) is { } sister
            ? $"the profile {scope.Profile.Name} has no {scope.Method.Name()} training, {sister.Name} has (--profile {sister.Name})"
            : $"{scope.Profile.Title} offers no {scope.Method.Name()} training";

        private string Offer(Example? example) =>
            example is not null && ConversionOffer.For(scope, example).Length > 0 ? "; finetune fix --convert writes it as \"messages\"" : "";

        private void ReportOdd(DatasetFindings findings, ExampleFormat main, ExampleFormat format)
        {
            var (mainName, oddName) = (FormatNames.Of(main, findings.ReadAgain(seen[(int)main].First)), FormatNames.Of(format, findings.ReadAgain(seen[(int)format].First)));
            foreach (var place in places[(int)format])
            {
                findings.Report(
                    MixedFormats.Rule,
                    place,
                    $"this line is {oddName}, but {findings.Name(seen[(int)main].First, place.File)} is {mainName}; all lines must have one format");
            }
            if (seen[(int)format].Count > places[(int)format].Count)
            {
                findings.CountOthers(MixedFormats.Rule, places[(int)format][0].File, seen[(int)format].Count - places[(int)format].Count);
            }
        }

        private static bool IsForeign(ExampleFormat format) => format is not (ExampleFormat.Chat or ExampleFormat.Preference or ExampleFormat.PromptCompletion);
    }
}
