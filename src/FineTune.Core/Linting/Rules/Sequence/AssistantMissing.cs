using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2014: a supervised example has no assistant message to learn from.</summary>
internal sealed class AssistantMissing() : ExampleRule("FT2014", "assistant-missing", Severity.Error, "An example has no assistant message")
{
    public override bool AppliesTo(DatasetScope scope) => scope.Method == TuningMethod.Supervised;

    public override bool AppliesTo(ExampleFormat format) => MethodFormats.IsConversation(format);

    public override void Check(Example example, Inspection inspection)
    {
        if (!example.RolesAreKnown || LabelledRow.Is(example, inspection.Scope.Profile))
        {
            return;
        }
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.Role == MessageRole.Assistant)
            {
                return;
            }
        }
        inspection.Report(this, example, example.MessagesNode - 1, "the example has no assistant message; there is nothing to learn from it");
    }
}
