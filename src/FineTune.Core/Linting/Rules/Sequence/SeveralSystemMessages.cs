using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2018: more than one system message.</summary>
internal sealed class SeveralSystemMessages() : ExampleRule("FT2018", "several-system-messages", Severity.Warning, "An example has several system messages")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        var (count, begun) = (0, false);
        foreach (ref readonly var message in example.Conversation)
        {
            // One that comes late is FT2017's.
            if (message.IsInstruction && !begun && ++count == 2)
            {
                inspection.Report(this, example, message.RoleNode, "this is the second system message; join them into one, as they are sent when the model is used");
                return;
            }
            begun |= !message.IsInstruction;
        }
    }
}
