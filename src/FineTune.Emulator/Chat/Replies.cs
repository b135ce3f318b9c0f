using System.Text.Json;
using FineTune.Emulator.Azure;
using FineTune.Emulator.Models;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Chat;

/// <summary>What a model says: a tuned one answers with what it was trained on, a base model says that it is none.</summary>
internal sealed class Replies(EmulatorState state, BaseModels models, TunedModels tuned, Deployments deployments)
{
    private readonly AnswerShelf answers = new();

    /// <summary>The answer to a conversation; null for a model that there is not.</summary>
    public ChatMessage? To(IReadOnlyList<JsonElement> messages, string model, bool azure)
    {
        var name = azure ? deployments.ModelOf(model) ?? "" : model;
        if (tuned.Find(name) is { } job)
        {
            return answers.Of(state.Contents.PathOf(job.TrainingFile))?.Nearest(Conversation.Of(messages)) is { } answer
                ? ChatMessage.Of(answer)
                : Text($"This is an emulated answer: the training data of {name} has no answer to give.");
        }
        return models.Find(name) is { } found && !name.StartsWith("ft:", StringComparison.Ordinal)
            ? Text($"This is an emulated answer: {found.Id} was not asked.")
            : null;
    }

    private static ChatMessage Text(string text) => new(text, []);
}
