using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Exports;

/// <summary>One message as LangChain writes it: <c>{"type": "human", "content": …}</c>, with its parts in <c>data</c> or <c>kwargs</c>, or flat.</summary>
internal static class LangChainMessage
{
    private static readonly string[] OfItself =
        ["type", "content", "tool_calls", "tool_call_id", "name", "id", "example", "additional_kwargs", "response_metadata", "usage_metadata", "invalid_tool_calls", "artifact", "status"];

    /// <summary>Whether a message without a role is one of LangChain's.</summary>
    public static bool Is(Example example, int node) => RoleOf(example, node) is not null && PartsOf(example, node) is >= 0 and var parts && example.Find(parts, "content"u8) >= 0;

    public static bool TryAdd(Example example, int node, ChatText chat, out MessageRole role, ref string reason)
    {
        (var name, role) = RoleOf(example, node)!.Value;
        var parts = PartsOf(example, node);
        chat.Begin(name);
        chat.Property("\"content\""u8, example.Raw(example.Find(parts, "content"u8)));
        var calls = example.Find(parts, "tool_calls"u8);
        if (calls >= 0 && example.Node(calls).Kind == JsonKind.Array && example.Node(calls).Next > calls + 1)
        {
            if (LangChainCalls.Write(example, calls) is not { } written)
            {
                reason = "a call has no \"name\", \"args\" or \"id\"";
                return false;
            }
            chat.Property("\"tool_calls\""u8, written);
        }
        if (role == MessageRole.Tool && example.Find(parts, "tool_call_id"u8) is >= 0 and var id)
        {
            chat.Property("\"tool_call_id\""u8, example.Raw(id));
        }
        foreach (var property in example.Tape.Properties(parts))
        {
            if (!OfItself.Contains(example.Show(property.Name)))
            {
                chat.Keep(example, property.Name, property.Value);
            }
        }
        chat.End();
        return true;
    }

    private static int PartsOf(Example example, int node) =>
        example.Find(node, "data"u8) is >= 0 and var data ? data : example.Find(node, "kwargs"u8) is >= 0 and var arguments ? arguments : node;

    private static (byte[] Name, MessageRole Role)? RoleOf(Example example, int node)
    {
        var type = example.Find(node, "type"u8);
        if (type < 0 || !example.Node(type).IsText)
        {
            return null;
        }
        var name = example.Show(type);
        if (name == "constructor" && example.Find(node, "id"u8) is >= 0 and var id && example.Node(id).Kind == JsonKind.Array)
        {
            // The path of a class, whose name is the last.
            foreach (var part in example.Tape.Items(id))
            {
                name = example.Show(part);
            }
        }
        return name switch
        {
            "human" or "HumanMessage" => ("user"u8.ToArray(), MessageRole.User),
            "ai" or "AIMessage" or "AIMessageChunk" => ("assistant"u8.ToArray(), MessageRole.Assistant),
            "system" or "SystemMessage" => ("system"u8.ToArray(), MessageRole.System),
            "tool" or "ToolMessage" => ("tool"u8.ToArray(), MessageRole.Tool),
            _ => null,
        };
    }
}
