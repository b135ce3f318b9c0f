using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>
/// Lets keys count as absent whose null stands for nothing: what exporters of columns and of objects write where there is no value.
/// A null that means something, or that stands where a value must, is left to the rules.
/// </summary>
internal static class NullKeys
{
    /// <summary>The keys of a line and of what it holds beside its messages.</summary>
    /// <param name="example">The example; its format is known.</param>
    /// <param name="hasItems">Whether keys that no conversation has are a grader's, whose null is a value.</param>
    public static void LeaveOutOfLine(Example example, bool hasItems)
    {
        if (example.Format == ExampleFormat.Unknown)
        {
            return;
        }
        foreach (var property in example.Tape.Properties(0))
        {
            var name = example.Name(property.Name);
            if (!IsOwn(example.Format, name) && (!hasItems || IsOfConversation(name)))
            {
                LeaveOutNull(example, property);
            }
        }
        if (example.Holder > 0 && example.Node(example.Holder).Kind == JsonKind.Object)
        {
            foreach (var property in example.Tape.Properties(example.Holder))
            {
                if (!example.Is(property.Name, "messages"u8))
                {
                    LeaveOutNull(example, property);
                }
            }
        }
    }

    /// <summary>The keys of a message, of its parts and of its calls.</summary>
    public static void LeaveOutOfMessage(Example example, in Message message)
    {
        foreach (var property in example.Tape.Properties(message.Node))
        {
            var name = example.Name(property.Name);
            if (property.Value != message.RoleNode && property.Value != message.Content && !name.SequenceEqual("content"u8) && !(message.Role is MessageRole.Tool or MessageRole.Unknown && name.SequenceEqual("tool_call_id"u8)))
            {
                LeaveOutNull(example, property);
            }
        }
        foreach (var part in ObjectsOf(example, message.Content))
        {
            LeaveOutOfPart(example, part);
        }
        foreach (var call in ObjectsOf(example, message.ToolCalls))
        {
            LeaveOut(example, call, static name => name.SequenceEqual("id"u8) || name.SequenceEqual("type"u8) || name.SequenceEqual("function"u8));
            LeaveOutOfFunction(example, example.Find(call, "function"u8));
        }
        LeaveOutOfFunction(example, message.FunctionCall);
    }

    private static void LeaveOutOfFunction(Example example, int function) =>
        LeaveOut(example, function, static name => name.SequenceEqual("name"u8) || name.SequenceEqual("arguments"u8));

    /// <summary>A part needs its type and the key that the type names; without a type, some key that is not null.</summary>
    private static void LeaveOutOfPart(Example example, int part)
    {
        var type = example.Find(part, "type"u8);
        if (type < 0 && !HasValue(example, part))
        {
            return;
        }
        foreach (var property in example.Tape.Properties(part))
        {
            if (property.Value != type && !(type >= 0 && example.Is(type, example.Name(property.Name))))
            {
                LeaveOutNull(example, property);
            }
        }
        LeaveOut(example, example.Find(part, "image_url"u8), static name => name.SequenceEqual("url"u8));
    }

    private static bool HasValue(Example example, int part)
    {
        foreach (var property in example.Tape.Properties(part))
        {
            if (example.Node(property.Value).Kind != JsonKind.Null)
            {
                return true;
            }
        }
        return false;
    }

    public delegate bool Keeps(ReadOnlySpan<byte> name);

    /// <summary>The keys of an object but for some; of what is no object, none.</summary>
    public static void LeaveOut(Example example, int node, Keeps keeps)
    {
        if (node < 0 || example.Node(node).Kind != JsonKind.Object)
        {
            return;
        }
        foreach (var property in example.Tape.Properties(node))
        {
            if (!keeps(example.Name(property.Name)))
            {
                LeaveOutNull(example, property);
            }
        }
    }

    public static void LeaveOutNull(Example example, JsonProperty property)
    {
        if (example.Node(property.Value).Kind == JsonKind.Null)
        {
            example.Tape.LeaveOut(property.Name);
        }
    }

    /// <summary>The objects of a list; none where there is no list.</summary>
    public static IEnumerable<int> ObjectsOf(Example example, int list)
    {
        if (list < 0 || example.Node(list).Kind != JsonKind.Array)
        {
            yield break;
        }
        for (var items = example.Tape.Items(list); items.MoveNext();)
        {
            if (example.Node(items.Current).Kind == JsonKind.Object)
            {
                yield return items.Current;
            }
        }
    }

    /// <summary>Whether a format cannot be without a key.</summary>
    private static bool IsOwn(ExampleFormat format, ReadOnlySpan<byte> name) => format switch
    {
        ExampleFormat.Chat or ExampleFormat.Converse => name.SequenceEqual("messages"u8),
        ExampleFormat.Preference => name.SequenceEqual("input"u8) || name.StartsWith("preferred"u8) || name.StartsWith("non_preferred"u8),
        ExampleFormat.PromptCompletion => name.SequenceEqual("prompt"u8) || name.SequenceEqual("completion"u8),
        ExampleFormat.ChosenRejected => name.SequenceEqual("chosen"u8) || name.SequenceEqual("rejected"u8),
        ExampleFormat.Alpaca => name.SequenceEqual("instruction"u8) || name.SequenceEqual("output"u8),
        ExampleFormat.ShareGpt => name.SequenceEqual("conversations"u8),
        ExampleFormat.Gemini => name.SequenceEqual("contents"u8),
        ExampleFormat.Text => name.SequenceEqual("text"u8),
        _ => false,
    };

    private static bool IsOfConversation(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("tools"u8) || name.SequenceEqual("functions"u8) || name.SequenceEqual("parallel_tool_calls"u8);
}
