using FineTune.Core.Datasets;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2016: nobody asks anything.</summary>
internal sealed class UserMissing() : ExampleRule("FT2016", "user-missing", Severity.Warning, "An example has no user message")
{
    public override void Check(Example example, Inspection inspection)
    {
        if (!example.RolesAreKnown)
        {
            return;
        }
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.Role == MessageRole.User)
            {
                return;
            }
        }
        if (example.ConversationCount > 0)
        {
            inspection.Report(this, example, example.MessagesNode - 1, "the example has no user message; the model would learn to speak unasked");
        }
    }
}
