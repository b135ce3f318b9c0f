using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2019: user and assistant do not take turns. Only some hosts ask for that.</summary>
internal sealed class RolesDoNotAlternate() : ExampleRule("FT2019", "roles-do-not-alternate", Severity.None, "User and assistant do not take turns")
{
    public override bool AppliesTo(ExampleFormat format) => HasMessages(format);

    public override void Check(Example example, Inspection inspection)
    {
        if (!example.RolesAreKnown)
        {
            return;
        }
        // What is preferred may come after anything: only the turns count there, not who begins.
        var last = example.Format == ExampleFormat.Preference ? MessageRole.Unknown : MessageRole.Assistant;
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.Role is not (MessageRole.User or MessageRole.Assistant))
            {
                // After a result the assistant goes on in its own turn.
                last = message.IsResult ? MessageRole.User : last;
                continue;
            }
            if (message.Role == last)
            {
                inspection.Report(this, example, message.RoleNode, message.Role == MessageRole.User
                    ? $"a user message follows a user message; at {inspection.Scope.Profile.Title} user and assistant take turns"
                    : message.Node == FirstTurn(example)
                        ? $"the conversation begins with the assistant; at {inspection.Scope.Profile.Title} the user begins"
                        : $"an assistant message follows an assistant message; at {inspection.Scope.Profile.Title} user and assistant take turns");
                return;
            }
            last = message.Role;
        }
    }

    private static int FirstTurn(Example example)
    {
        foreach (ref readonly var message in example.Conversation)
        {
            if (!message.IsInstruction)
            {
                return message.Node;
            }
        }
        return -1;
    }
}
