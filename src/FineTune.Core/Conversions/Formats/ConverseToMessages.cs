using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Formats;

/// <summary>Bedrock Converse: content as a list of <c>{"text": …}</c>, the system prompt beside the messages; text only.</summary>
internal sealed class ConverseToMessages() : Conversion(ExampleFormat.Converse)
{
    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var chat = new ChatText(leftovers);
        var (messages, system) = (example.Find(0, "messages"u8), example.Find(0, "system"u8));
        if (example.Node(messages).Kind != JsonKind.Array)
        {
            reason = "\"messages\" is no list";
            return null;
        }
        if (system >= 0)
        {
            if (TextOf(example, system) is not { } instruction)
            {
                reason = "\"system\" has parts that are no text";
                return null;
            }
            chat.Add("system"u8, instruction);
        }
        foreach (var message in example.Tape.Items(messages))
        {
            var role = example.Find(message, "role"u8);
            // Role and content with their names, and nothing else that could get lost.
            if (role < 0 || !example.Node(role).IsText || CountProperties(example, message) != 2 || TextOf(example, example.Find(message, "content"u8)) is not { } text)
            {
                reason = "a message has content that is no text, or more than role and content";
                return null;
            }
            chat.Add(example.RawText(role), text);
        }
        return chat.Finish(example, "messages", "system", "schemaVersion");
    }

    private static int CountProperties(Example example, int node)
    {
        var count = 0;
        foreach (var _ in example.Tape.Properties(node))
        {
            count++;
        }
        return count;
    }
}
