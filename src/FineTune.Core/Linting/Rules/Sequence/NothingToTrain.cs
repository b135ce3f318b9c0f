using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2022: every assistant message has weight 0.</summary>
internal sealed class NothingToTrain() : ExampleRule("FT2022", "nothing-to-train", Severity.Warning, "Every assistant message has weight 0")
{
    public override bool AppliesTo(DatasetScope scope) => scope.Method == TuningMethod.Supervised && scope.Profile.MessageKeys.Contains("weight");

    public override bool AppliesTo(ExampleFormat format) => format == ExampleFormat.Chat;

    public override void Check(Example example, Inspection inspection)
    {
        var last = -1;
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.Role != MessageRole.Assistant)
            {
                continue;
            }
            if (message.Weight < 0 || example.Raw(message.Weight) is not [(byte)'0'])
            {
                return;
            }
            last = message.Weight;
        }
        if (last >= 0)
        {
            inspection.Report(this, example, last, "every assistant message of the example has weight 0; there is nothing to train on");
        }
    }
}
