using FineTune.Emulator.Http;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Chat;

/// <summary>Chat completions.</summary>
internal sealed class ChatRoutes(EmulatorState state, Replies replies)
{
    public async Task<Answer> CreateAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        var read = ChatRequest.Read(body.Value, call.Azure);
        if (read.Value is not { } chat)
        {
            return read.Refusal!;
        }
        if (replies.To(chat.Messages, chat.Model, call.Azure) is not { } reply)
        {
            return ModelRoutes.Missing(chat.Model);
        }
        var message = chat.Limits.Cut(JsonReply.Shape(chat.Tools.Apply(reply), chat.Format));
        var asked = chat.Messages.Sum(said => TextWords.Count(Conversation.TextOf(said)));
        var json = new ChatJson(chat.Model, state.Clock.Now / 1000, asked, message, chat.Count);
        return chat.Stream ? EventStreamAnswer.OfChunks(json.Chunks(chat.StreamUsage)) : JsonAnswer.Ok(json.Whole());
    }
}
