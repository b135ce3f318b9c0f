using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>FT2034: both outputs are the same.</summary>
internal sealed class PreferenceIdentical() : ExampleRule("FT2034", "preference-identical", Severity.Warning, "The preferred output is the same as the other")
{
    public override bool AppliesTo(ExampleFormat format) => format is ExampleFormat.Preference or ExampleFormat.ChosenRejected or ExampleFormat.GeminiPreference;

    public override void Check(Example example, Inspection inspection)
    {
        if (example.Preferred >= 0
            && example.NonPreferred >= 0
            && !IsEmpty(example, example.Preferred)
            && ContentHash.Of(example, example.Preferred, inspection.Scratch) == ContentHash.Of(example, example.NonPreferred, inspection.Scratch))
        {
            inspection.Report(this, example, example.NonPreferred, "the non-preferred output is the same as the preferred one; there is nothing to prefer");
        }
    }

    // TRL's answers may be text; elsewhere FT2033 says that they must be lists.
    private static bool IsEmpty(Example example, int answer) =>
        example.Node(answer).Next == answer + 1 && !(example.Format == ExampleFormat.ChosenRejected && example.Node(answer).IsText);
}
