using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Tools;

/// <summary>Finds the calls and results in the blocks of Converse and Gemini.</summary>
internal static class BlockCalls
{
    /// <summary>All of a conversation, in their order.</summary>
    public static IEnumerable<BlockCall> Of(Example example)
    {
        for (var i = 0; i < example.ConversationCount; i++)
        {
            var content = example.Conversation[i].Content;
            if (content < 0 || example.Node(content).Kind != JsonKind.Array)
            {
                continue;
            }
            for (var block = content + 1; block < example.Node(content).Next; block = example.Node(block).Next)
            {
                if (Find(example, i, block) is { } call)
                {
                    yield return call;
                }
            }
        }
    }

    private static BlockCall? Find(Example example, int message, int block)
    {
        var isConverse = example.Format == ExampleFormat.Converse;
        var call = isConverse ? example.Find(block, "toolUse"u8) : Either(example, block, "functionCall"u8, "function_call"u8);
        if (call >= 0)
        {
            return new BlockCall(message, call - 1, call, IsResult: false);
        }
        var result = isConverse ? example.Find(block, "toolResult"u8) : Either(example, block, "functionResponse"u8, "function_response"u8);
        return result >= 0 ? new BlockCall(message, result - 1, result, IsResult: true) : null;
    }

    /// <summary>A property under the name that JSON has for it, or that of Python; -1 for none.</summary>
    public static int Either(Example example, int node, ReadOnlySpan<byte> name, ReadOnlySpan<byte> snake) =>
        example.Find(node, name) is >= 0 and var found ? found : example.Find(node, snake);
}
