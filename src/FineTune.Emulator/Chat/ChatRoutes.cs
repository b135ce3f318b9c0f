using System.Collections.Concurrent;
using FineTune.Emulator.Azure;
using FineTune.Emulator.Http;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Chat;

/// <summary>Chat completions: a tuned model answers with what it was trained on, a base model says that it is none.</summary>
internal sealed class ChatRoutes(EmulatorState state, BaseModels models, TunedModels tuned, Deployments deployments)
{
    private readonly ConcurrentDictionary<string, Lazy<TrainingAnswers>> answers = new(StringComparer.Ordinal);

    public async Task<Answer> CreateAsync(Call call)
    {
        var body = await JsonBody.ReadAsync(call);
        if (body.Refusal is { } unreadable)
        {
            return unreadable;
        }
        var read = ChatRequest.Read(body.Value);
        if (read.Value is not { } chat)
        {
            return read.Refusal!;
        }
        if (Reply(chat, call.Azure) is not { } message)
        {
            return ModelRoutes.Missing(chat.Model);
        }
        var asked = chat.Messages.Sum(said => Words.Count(Conversation.TextOf(said)));
        var json = new ChatJson(chat.Model, state.Clock.Now / 1000, asked, message);
        return chat.Stream ? new EventStreamAnswer(json.Chunks(chat.StreamUsage)) : JsonAnswer.Ok(json.Whole());
    }

    private ChatMessage? Reply(ChatRequest chat, bool azure)
    {
        var name = azure ? deployments.ModelOf(chat.Model) ?? "" : chat.Model;
        if (tuned.Find(name) is { } job)
        {
            var trained = answers.GetOrAdd(job.TrainingFile, id => new Lazy<TrainingAnswers>(() => new TrainingAnswers(state.Contents.PathOf(id)))).Value;
            return trained.Nearest(Conversation.Of(chat.Messages)) is { } answer
                ? ChatMessage.Of(answer)
                : Text($"This is an emulated answer: the training data of {name} has no answer to give.");
        }
        return models.Find(name) is { } model && !name.StartsWith("ft:", StringComparison.Ordinal)
            ? Text($"This is an emulated answer: {model.Id} was not asked.")
            : null;
    }

    private static ChatMessage Text(string text) => new(text, []);
}
