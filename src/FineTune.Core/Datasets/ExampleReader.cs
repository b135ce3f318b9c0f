using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>Finds the messages of a parsed line.</summary>
internal static class ExampleReader
{
    /// <summary>Fills the example from its tape, which holds an object.</summary>
    /// <param name="example">The example.</param>
    /// <param name="hasItems">Whether a grader reads the keys that no conversation has.</param>
    public static void Read(Example example, bool hasItems = false)
    {
        FormatRecognition.Recognise(example);
        example.Holder = 0;
        if (example.Format == ExampleFormat.Preference && example.Find(0, "input"u8) is >= 0 and var input)
        {
            example.Holder = input;
        }
        if (example.Tape.HasNulls)
        {
            NullKeys.LeaveOutOfLine(example, hasItems);
            NullKeysOfTools.LeaveOut(example, example.Find(example.Holder, "tools"u8));
            NullKeysOfTools.LeaveOut(example, example.Find(example.Holder, "functions"u8));
        }
        example.MessagesNode = FindMessages(example);
        example.Tools = example.Find(example.Holder, "tools"u8);
        example.Functions = example.Find(example.Holder, "functions"u8);
        AddAll(example, example.MessagesNode, MessageList.Conversation);
        if (example.Format is ExampleFormat.Preference or ExampleFormat.ChosenRejected or ExampleFormat.GeminiPreference)
        {
            (example.Preferred, example.NonPreferred) = FindAnswers(example);
            AddAll(example, example.Preferred, MessageList.Preferred);
            AddAll(example, example.NonPreferred, MessageList.NonPreferred);
        }
        if (example.Format == ExampleFormat.PromptCompletion && example.Tape.HasNulls)
        {
            ReadSide(example, example.Find(0, "prompt"u8));
            ReadSide(example, example.Find(0, "completion"u8));
        }
    }

    /// <summary>Reads messages that are no conversation of the example for their null keys alone.</summary>
    private static void ReadSide(Example example, int side)
    {
        foreach (var message in NullKeys.ObjectsOf(example, side))
        {
            ReadMessage(example, message, MessageList.Conversation);
        }
    }

    private static (int Preferred, int NonPreferred) FindAnswers(Example example) => example.Format switch
    {
        ExampleFormat.Preference => (example.Find(0, "preferred_output"u8), example.Find(0, "non_preferred_output"u8)),
        ExampleFormat.GeminiPreference => (FindCompletion(example, "1"u8), FindCompletion(example, "0"u8)),
        _ when example.Find(0, "chosen"u8) >= 0 && example.Find(0, "rejected"u8) >= 0 => (example.Find(0, "chosen"u8), example.Find(0, "rejected"u8)),
        _ => (example.Find(0, "chosen_messages"u8), example.Find(0, "rejected_messages"u8)),
    };

    /// <summary>The first completion of Gemini's with a score; -1 for none.</summary>
    private static int FindCompletion(Example example, ReadOnlySpan<byte> score)
    {
        var completions = example.Find(0, "completions"u8);
        if (completions < 0 || example.Node(completions).Kind != JsonKind.Array)
        {
            return -1;
        }
        foreach (var item in example.Tape.Items(completions))
        {
            if (example.Find(item, "score"u8) is >= 0 and var node && IsNumber(example, node, score))
            {
                return example.Find(item, "completion"u8);
            }
        }
        return -1;
    }

    /// <summary>Whether a score is 0 or 1, written with or without a fraction.</summary>
    private static bool IsNumber(Example example, int node, ReadOnlySpan<byte> digit) =>
        example.Node(node).Kind == JsonKind.Number && (example.Raw(node).SequenceEqual(digit) || (example.Raw(node) is [var first, (byte)'.', (byte)'0'] && first == digit[0]));

    private static int FindMessages(Example example) => example.Format switch
    {
        ExampleFormat.Gemini or ExampleFormat.GeminiPreference => example.Find(0, "contents"u8),
        ExampleFormat.ShareGpt => example.Find(0, "conversations"u8),
        ExampleFormat.ChosenRejected => example.Find(0, "messages"u8) is >= 0 and var messages ? messages
            : example.Find(0, "conversations"u8) is >= 0 and var conversations ? conversations
            : example.Find(0, "prompt"u8),
        _ => example.Find(example.Holder, "messages"u8),
    };

    private static void AddAll(Example example, int list, MessageList of)
    {
        if (list >= 0 && example.Format is ExampleFormat.ChosenRejected or ExampleFormat.GeminiPreference && of != MessageList.Conversation && example.Node(list).Kind == JsonKind.Object)
        {
            example.Add(ReadMessage(example, list, of));
        }
        if (list < 0 || example.Node(list).Kind != JsonKind.Array)
        {
            return;
        }
        foreach (var node in example.Tape.Items(list))
        {
            example.Add(ReadMessage(example, node, of));
        }
    }

    /// <summary>A message of a list.</summary>
    public static Message ReadMessage(Example example, int node, MessageList list)
    {
        var message = new Message
        {
            Node = node,
            List = list,
            IsObject = example.Node(node).Kind == JsonKind.Object,
            RoleNode = -1,
            Content = -1,
            ToolCalls = -1,
            ToolCallId = -1,
            FunctionCall = -1,
            CallList = -1,
            OldCall = -1,
            Refusal = -1,
            Weight = -1,
            Name = -1,
        };
        if (!message.IsObject)
        {
            return message;
        }
        foreach (var property in example.Tape.Properties(node))
        {
            SetPart(example, property, ref message);
        }
        if (message.RoleNode >= 0)
        {
            message.Role = RoleOf(example, message.RoleNode);
        }
        if (example.Tape.HasNulls && (message.RoleNode >= 0 || message.Content >= 0))
        {
            NullKeys.LeaveOutOfMessage(example, message);
            Forget(example, ref message.ToolCalls);
            Forget(example, ref message.ToolCallId);
            Forget(example, ref message.FunctionCall);
            Forget(example, ref message.Refusal);
            Forget(example, ref message.Weight);
            Forget(example, ref message.Name);
        }
        SetCalls(example, ref message);
        return message;
    }

    private static void Forget(Example example, ref int value)
    {
        if (value >= 0 && (example.Node(value - 1).Traits & StringTraits.LeftOut) != 0)
        {
            value = -1;
        }
    }

    /// <summary>A message calls where its list has something in it, or where the older form has an object; null and empty are no calls.</summary>
    private static void SetCalls(Example example, ref Message message)
    {
        if (message.ToolCalls >= 0 && example.Node(message.ToolCalls).Kind == JsonKind.Array && example.Node(message.ToolCalls).Next > message.ToolCalls + 1)
        {
            message.CallList = message.ToolCalls;
        }
        if (message.FunctionCall >= 0 && example.Node(message.FunctionCall).Kind == JsonKind.Object)
        {
            message.OldCall = message.FunctionCall;
        }
    }

    private static void SetPart(Example example, JsonProperty property, ref Message message)
    {
        var name = example.Name(property.Name);
        if (name.SequenceEqual("role"u8) || (HasFrom(example.Format) && name.SequenceEqual("from"u8)))
        {
            message.RoleNode = property.Value;
        }
        else if (name.SequenceEqual("content"u8) || (HasFrom(example.Format) && name.SequenceEqual("value"u8)) || (example.Format.IsGemini() && name.SequenceEqual("parts"u8)))
        {
            message.Content = property.Value;
        }
        else if (name.SequenceEqual("tool_calls"u8))
        {
            message.ToolCalls = property.Value;
        }
        else if (name.SequenceEqual("tool_call_id"u8))
        {
            message.ToolCallId = property.Value;
        }
        else if (name.SequenceEqual("weight"u8))
        {
            message.Weight = property.Value;
        }
        else if (name.SequenceEqual("name"u8))
        {
            message.Name = property.Value;
        }
        else if (name.SequenceEqual("function_call"u8))
        {
            message.FunctionCall = property.Value;
        }
        else if (name.SequenceEqual("refusal"u8))
        {
            message.Refusal = property.Value;
        }
    }

    private static MessageRole RoleOf(Example example, int node)
    {
        if (!example.Node(node).IsText)
        {
            return MessageRole.Unknown;
        }
        return example.Name(node) switch
        {
            var role when role.SequenceEqual("user"u8) => MessageRole.User,
            var role when role.SequenceEqual("assistant"u8) => MessageRole.Assistant,
            var role when role.SequenceEqual("system"u8) => MessageRole.System,
            var role when role.SequenceEqual("tool"u8) => MessageRole.Tool,
            var role when role.SequenceEqual("developer"u8) => MessageRole.Developer,
            var role when role.SequenceEqual("function"u8) => MessageRole.Function,
            var role when example.Format.IsGemini() => role.SequenceEqual("model"u8) ? MessageRole.Assistant : MessageRole.Unknown,
            var role when HasFrom(example.Format) => ShareGptRoleOf(role),
            _ => MessageRole.Unknown,
        };
    }

    private static MessageRole ShareGptRoleOf(ReadOnlySpan<byte> role) => role switch
    {
        _ when role.SequenceEqual("human"u8) => MessageRole.User,
        _ when role.SequenceEqual("gpt"u8) || role.SequenceEqual("model"u8) || role.SequenceEqual("function_call"u8) => MessageRole.Assistant,
        _ when role.SequenceEqual("observation"u8) || role.SequenceEqual("function_response"u8) || role.SequenceEqual("tool_response"u8) => MessageRole.Tool,
        _ => MessageRole.Unknown,
    };

    /// <summary>Whether messages may have ShareGPT's keys, <c>from</c> and <c>value</c>.</summary>
    private static bool HasFrom(ExampleFormat format) => format is ExampleFormat.ShareGpt or ExampleFormat.ChosenRejected;
}
