using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Tools;

/// <summary>Tells what an example does with the tools that it offers.</summary>
internal static class ToolUses
{
    public static ToolUse Of(Example example)
    {
        var (calls, declines) = (false, false);
        var messages = example.Conversation;
        for (var i = 0; i < messages.Length; i++)
        {
            var isCall = messages[i].Role == MessageRole.Assistant && Calls(example, messages[i]);
            calls |= isCall;
            declines |= !isCall && messages[i].Role == MessageRole.Assistant && i > 0 && messages[i - 1].Role == MessageRole.User;
        }
        return new ToolUse(calls ? NamesOf(example) : null, declines);
    }

    /// <summary>Hash of a tool's name.</summary>
    public static ulong HashOf(string name) => ContentHash.OfBytes(System.Text.Encoding.UTF8.GetBytes(name));

    private static bool Calls(Example example, in Message message) =>
        (message.ToolCalls >= 0 && example.Node(message.ToolCalls) is { Kind: JsonKind.Array } list && list.Next > message.ToolCalls + 1)
        || (message.FunctionCall >= 0 && example.Node(message.FunctionCall).Kind == JsonKind.Object);

    private static ulong[] NamesOf(Example example)
    {
        var names = new List<ulong>(4);
        foreach (var call in new ToolCalls(example))
        {
            if (call.NameNode >= 0 && ContentHash.OfBytes(example.RawText(call.NameNode)) is var hash && !names.Contains(hash))
            {
                names.Add(hash);
            }
        }
        return [.. names];
    }
}
