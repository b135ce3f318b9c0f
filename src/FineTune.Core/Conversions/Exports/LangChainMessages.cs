using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions.Exports;

/// <summary>Messages as LangChain keeps them: their <c>type</c> says who speaks.</summary>
internal sealed class LangChainMessages() : Export(ExampleFormat.Chat)
{
    public override string Name => "a conversation as LangChain keeps it (\"type\": \"human\", \"ai\")";

    public override string Way => "\"human\" is the role \"user\" and \"ai\" the role \"assistant\"";

    protected override bool IsOf(Example example) =>
        example.Conversation is [{ IsObject: true, RoleNode: < 0 } first, ..] && LangChainMessage.Is(example, first.Node);

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var chat = new ChatText(leftovers);
        return LoggedMessages.TryAddAll(example, example.MessagesNode, chat, out _, ref reason) ? chat.Finish(example, "messages") : null;
    }
}
