using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2034: both outputs are the same.</summary>
internal sealed class PreferenceIdentical() : ExampleRule("FT2034", "preference-identical", Severity.Error, "The preferred output is the same as the other")
{
    public override bool AppliesTo(ExampleFormat format) => format == ExampleFormat.Preference;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Preferred >= 0
            && example.NonPreferred >= 0
            && example.Node(example.Preferred).Next > example.Preferred + 1
            && ContentHash.Of(example, example.Preferred, inspection.Scratch) == ContentHash.Of(example, example.NonPreferred, inspection.Scratch))
        {
            inspection.Report(this, example, example.NonPreferred, "the non-preferred output is the same as the preferred one; there is nothing to prefer");
        }
    }
}
