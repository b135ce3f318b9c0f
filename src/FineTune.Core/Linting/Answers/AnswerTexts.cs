using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Answers;

/// <summary>The texts of an example that a model is trained to write: answers without weight 0, and of a preference the preferred one.</summary>
internal static class AnswerTexts
{
    /// <summary>Node of the text of the last answer; -1 where it has none.</summary>
    public static int Last(Example example)
    {
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            return TextNode(example, example.Find(0, "completion"u8));
        }
        var messages = example.Messages;
        for (var i = messages.Length - 1; i >= 0; i--)
        {
            if (messages[i].List != MessageList.NonPreferred)
            {
                return messages[i].Role == MessageRole.Assistant ? FirstText(example, messages[i]) : -1;
            }
        }
        return -1;
    }

    /// <summary>Whether the last answer is all that a model is trained to write.</summary>
    public static bool IsOnlyOne(Example example)
    {
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            return true;
        }
        var trained = 0;
        foreach (ref readonly var message in example.Messages)
        {
            trained += example.IsTrained(message) ? 1 : 0;
        }
        return trained == 1 && example.IsTrained(example.Preferred >= 0 ? example.Messages[example.ConversationCount] : example.Messages[^1]);
    }

    /// <summary>Node of the trained answer's text that a place in the line lies in; -1 where it lies elsewhere.</summary>
    public static int At(Example example, int place)
    {
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            return Holds(example, Last(example), place) ? Last(example) : -1;
        }
        var (message, text) = example.TextAt(place);
        return message >= 0 && example.IsTrained(example.Messages[message]) ? text : -1;
    }

    /// <summary>Node of any message's text that a place in the line lies in; -1 where it lies elsewhere.</summary>
    public static int InMessageAt(Example example, int place)
    {
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            var prompt = TextNode(example, example.Find(0, "prompt"u8));
            return Holds(example, prompt, place) ? prompt : At(example, place);
        }
        return example.TextAt(place).Text;
    }

    private static int FirstText(Example example, in Message message)
    {
        foreach (var text in new MessageTexts(example, message))
        {
            return text;
        }
        return -1;
    }

    private static int TextNode(Example example, int node) => node >= 0 && example.Node(node).Kind == JsonKind.String ? node : -1;

    private static bool Holds(Example example, int node, int place) => node >= 0 && example.Node(node).Start < place && place < example.Node(node).End;
}
