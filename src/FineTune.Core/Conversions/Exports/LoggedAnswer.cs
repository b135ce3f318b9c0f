using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Exports;

/// <summary>The answer in a logged response, whatever the API that gave it.</summary>
internal static class LoggedAnswer
{
    /// <summary>Keys under which an answer stands alone.</summary>
    private static readonly byte[][] Holders = [.. ((string[])["body", "message", "output", "answer", "response", "generations", "messages"]).Select(System.Text.Encoding.ASCII.GetBytes)];

    private const int Deepest = 6;

    public static bool TryAdd(Example example, int node, ChatText chat, ref string reason)
    {
        if (Find(example, node, 0) is not { } found)
        {
            reason = "the response holds no answer, or several";
            return false;
        }
        if (example.Node(found).Kind == JsonKind.String)
        {
            chat.Add("assistant"u8, example.Raw(found));
            return true;
        }
        if (Blocks(example, found) is { } text)
        {
            chat.Add("assistant"u8, text);
            return true;
        }
        if (!LoggedMessages.TryAdd(example, found, chat, out var role, ref reason) || role != MessageRole.Assistant)
        {
            reason = "the response holds no answer of the assistant";
            return false;
        }
        return true;
    }

    /// <summary>The text or the message that is the one answer.</summary>
    private static int? Find(Example example, int node, int depth)
    {
        if (node < 0 || depth > Deepest)
        {
            return null;
        }
        switch (example.Node(node).Kind)
        {
            case JsonKind.String:
                return node;
            case JsonKind.Array:
                return example.Tape.CountItems(node) == 1 ? Find(example, node + 1, depth + 1) : null;
            case JsonKind.Object:
                break;
            default:
                return null;
        }
        if (example.Find(node, "content"u8) >= 0 || LangChainMessage.Is(example, node))
        {
            return node;
        }
        if (example.Find(node, "choices"u8) is >= 0 and var choices)
        {
            return example.Node(choices).Kind == JsonKind.Array && example.Tape.CountItems(choices) == 1 ? Find(example, example.Find(choices + 1, "message"u8), depth + 1) : null;
        }
        foreach (var holder in Holders)
        {
            if (example.Find(node, holder) is >= 0 and var inside)
            {
                return Find(example, inside, depth + 1);
            }
        }
        return null;
    }

    /// <summary>The text of an answer that is a list of text blocks; null where it is no such list.</summary>
    private static byte[]? Blocks(Example example, int message)
    {
        var content = example.Find(message, "content"u8);
        if (content < 0 || example.Node(content).Kind != JsonKind.Array || example.Node(content).Next == content + 1)
        {
            return null;
        }
        var text = new MemoryStream();
        text.WriteByte((byte)'"');
        foreach (var block in example.Tape.Items(content))
        {
            if (example.Find(block, "type"u8) is not (>= 0 and var type) || !example.Is(type, "text"u8) || example.Find(block, "text"u8) is not (>= 0 and var part) || !example.Node(part).IsText)
            {
                return null;
            }
            text.Write(example.RawText(part));
        }
        text.WriteByte((byte)'"');
        return text.ToArray();
    }
}
