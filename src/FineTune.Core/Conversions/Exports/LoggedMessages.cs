using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Exports;

/// <summary>The messages of a logged request.</summary>
internal static class LoggedMessages
{
    private static readonly string[] OfTheHosts = ["content", "tool_calls", "tool_call_id", "function_call", "name", "weight", "refusal"];

    private static readonly string[] OfTheExample = ["tools", "functions", "parallel_tool_calls"];

    /// <summary>Adds the system prompt that stands beside the messages at some hosts; false where it is no text.</summary>
    public static bool TryAddSystem(Example example, int request, ChatText chat, ref string reason)
    {
        var system = example.Find(request, "system"u8);
        if (system < 0 || example.Node(system).Kind == JsonKind.Null)
        {
            return true;
        }
        if (!example.Node(system).IsText)
        {
            reason = "the \"system\" of the request is no string";
            return false;
        }
        chat.Add("system"u8, example.Raw(system));
        return true;
    }

    /// <summary>Adds all messages of a list.</summary>
    public static bool TryAddAll(Example example, int list, ChatText chat, out MessageRole last, ref string reason)
    {
        last = MessageRole.Unknown;
        if (list < 0 || example.Node(list).Kind != JsonKind.Array)
        {
            reason = "it holds no list of messages";
            return false;
        }
        foreach (var message in example.Tape.Items(list))
        {
            if (!TryAdd(example, message, chat, out last, ref reason))
            {
                return false;
            }
        }
        return last != MessageRole.Unknown;
    }

    /// <summary>Adds one message, without its keys that are null.</summary>
    public static bool TryAdd(Example example, int node, ChatText chat, out MessageRole role, ref string reason)
    {
        var read = ExampleReader.ReadMessage(example, node, MessageList.Conversation);
        role = read.Role;
        if (read is { IsObject: true, RoleNode: < 0 } && LangChainMessage.Is(example, node))
        {
            return LangChainMessage.TryAdd(example, node, chat, out role, ref reason);
        }
        if (role == MessageRole.Unknown)
        {
            reason = "a message has no role that is known";
            return false;
        }
        chat.Begin(example.RawText(read.RoleNode));
        foreach (var property in example.Tape.Properties(node))
        {
            var key = example.Show(property.Name);
            if (property.Value == read.RoleNode || (key != "content" && IsNothing(example, property.Value)))
            {
                continue;
            }
            if (OfTheHosts.Contains(key))
            {
                chat.Property(example.Raw(property.Name), example.Raw(property.Value));
            }
            else
            {
                chat.Keep(example, property.Name, property.Value);
            }
        }
        chat.End();
        return true;
    }

    /// <summary>Ends the line: the request's tools belong to it, what else the request and the log say does not.</summary>
    public static byte[]? Finish(Example example, int request, ChatText chat, Leftovers leftovers, string[] converted, int read = -1)
    {
        chat.EndMessages();
        foreach (var property in example.Tape.Properties(request))
        {
            var key = example.Show(property.Name);
            if (OfTheExample.Contains(key) && !IsNothing(example, property.Value))
            {
                chat.Property(example.Raw(property.Name), example.Raw(property.Value));
            }
            else if (key is not ("messages" or "system") && property.Value != read && !IsNothing(example, property.Value))
            {
                leftovers.Drop(key);
            }
        }
        foreach (var property in example.Tape.Properties(0))
        {
            if (example.Show(property.Name) is var key && !converted.Contains(key))
            {
                leftovers.Drop(key);
            }
        }
        return chat.Finish();
    }

    private static bool IsNothing(Example example, int node) =>
        example.Node(node).Kind == JsonKind.Null || (example.Node(node).Kind == JsonKind.Array && example.Node(node).Next == node + 1);
}
