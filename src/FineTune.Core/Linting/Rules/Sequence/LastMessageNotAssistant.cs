using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Findings;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.Rules.Sequence;

/// <summary>FT2015: the last message of a supervised example is not the answer.</summary>
internal sealed class LastMessageNotAssistant() : ExampleRule("FT2015", "last-message-not-assistant", Severity.Error, "The last message is not from the assistant")
{
    public override bool AppliesTo(DatasetScope scope) => scope.Method == TuningMethod.Supervised;

    public override bool AppliesTo(ExampleFormat format) => MethodFormats.IsConversation(format);

    public override void Check(Example example, Inspection inspection)
    {
        if (LabelledRow.Is(example, inspection.Scope.Profile))
        {
            return;
        }
        var messages = example.Conversation;
        if (inspection.Scope.Profile.Tools.NoCallAtEnd && messages is [.., { Role: MessageRole.Assistant, Calls: true } call])
        {
            inspection.Report(this, example, Math.Max(call.CallList, call.OldCall) - 1, $"the last message calls a tool; at {inspection.Scope.Profile.Title} an example ends with the assistant's answer");
            return;
        }
        if (!example.RolesAreKnown || messages[^1].Role == MessageRole.Assistant || !HasAssistant(messages) || IsStrayResult(messages))
        {
            return;
        }
        var role = example.Show(messages[^1].RoleNode);
        inspection.Report(this, example, messages[^1].RoleNode, $"the last message is from {SafeText.Quote(role)}; an example ends with the assistant's answer");
    }

    // A result that answers no call is FT2030's; without it the example would end with the answer.
    private static bool IsStrayResult(ReadOnlySpan<Message> messages) =>
        messages is [.., { Role: MessageRole.Assistant, Calls: false }, { IsResult: true }];

    // Without any, FT2014 says so.
    private static bool HasAssistant(ReadOnlySpan<Message> messages)
    {
        foreach (ref readonly var message in messages)
        {
            if (message.Role == MessageRole.Assistant)
            {
                return true;
            }
        }
        return false;
    }
}
