using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Formats;

/// <summary>A prompt and its completion, as texts or as lists of messages.</summary>
internal sealed class PairToMessages() : Conversion(ExampleFormat.PromptCompletion)
{
    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var named = CompletionNames.FindIn(example);
        var (prompt, completion) = (example.Find(0, "prompt"u8), named >= 0 ? named + 1 : example.Find(0, "completion"u8));
        var chat = new ChatText(leftovers);
        if (!TryAdd(example, prompt, "user"u8, chat) || !TryAdd(example, completion, "assistant"u8, chat))
        {
            reason = "\"prompt\" and \"completion\" must be strings, or lists of messages";
            return null;
        }
        return chat.Finish(example, "prompt", example.Show(completion - 1));
    }

    private static bool TryAdd(Example example, int node, ReadOnlySpan<byte> role, ChatText chat)
    {
        if (IsText(example, node))
        {
            chat.Add(role, example.Raw(node));
            return true;
        }
        if (node < 0 || example.Node(node).Kind != JsonKind.Array || example.Node(node).Next == node + 1)
        {
            return false;
        }
        foreach (var message in example.Tape.Items(node))
        {
            if (!IsText(example, example.Find(message, "role"u8)))
            {
                return false;
            }
            chat.AddRaw(example.Raw(message));
        }
        return true;
    }
}
