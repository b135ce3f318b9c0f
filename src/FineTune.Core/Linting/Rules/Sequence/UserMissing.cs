using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2016: nobody asks anything.</summary>
internal sealed class UserMissing() : ExampleRule("FT2016", "user-missing", Severity.Warning, "An example has no user message")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        if (!example.RolesAreKnown)
        {
            return;
        }
        var hasAnswer = false;
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.Role == MessageRole.User)
            {
                return;
            }
            hasAnswer |= message.Role == MessageRole.Assistant;
        }
        // Without an answer either, FT2014 says that there is nothing to learn.
        if (!hasAnswer && inspection.Scope.Method == TuningMethod.Supervised)
        {
            return;
        }
        // In reinforcement FT2032 says that the last message must be the user's.
        if (inspection.Scope.Method == TuningMethod.Reinforcement && example.Conversation is [.., { Role: not MessageRole.Tool }])
        {
            return;
        }
        if (example.ConversationCount > 0)
        {
            inspection.Report(this, example, example.MessagesNode - 1, "the example has no user message; the model would learn to speak unasked");
        }
    }
}
