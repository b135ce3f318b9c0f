using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2003: a line has the keys of two formats. Formats that differ between lines are found by <see cref="FormatsOfLines"/>.</summary>
internal sealed class MixedFormats() : ExampleRule("FT2003", "mixed-formats", Severity.Error, "Two formats are mixed on a line, or between lines")
{
    public static MixedFormats Rule { get; } = new();

    public override bool AppliesTo(ExampleFormat format) => true;

    public override bool NeedsFittingFormat => false;

    public override void Check(Example example, Inspection inspection)
    {
        // The reference fields of a reinforcement example have any name.
        if (example.OtherFormat == ExampleFormat.Unknown || inspection.Scope.Method == TuningMethod.Reinforcement)
        {
            return;
        }
        inspection.Report(
            this,
            example,
            0,
            $"the line is both {FormatNames.Of(example)} and {FormatNames.Of(example.OtherFormat, example)}; hosts refuse a line that has the keys of two formats");
        inspection.Abandon();
    }
}
