using System.Runtime.InteropServices;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>Walks all that a model reads of an example, whatever its format, in the order in which it is read. One object is used for example after example.</summary>
internal sealed class ExampleParts
{
    private readonly List<ExamplePart> parts = [];

    /// <summary>The parts of an example; valid until the next is read.</summary>
    public ReadOnlySpan<ExamplePart> Read(Example example)
    {
        parts.Clear();
        switch (example.Format)
        {
            case ExampleFormat.Text:
                AddText(example, example.Find(0, "text"u8), isTrained: true);
                break;
            case ExampleFormat.PromptCompletion:
                AddTools(example);
                AddSide(example, example.Find(0, "prompt"u8), isCompletion: false);
                AddSide(example, example.Find(0, "completion"u8), isCompletion: true);
                break;
            case ExampleFormat.Alpaca:
                AddTools(example);
                AddAlpaca(example);
                break;
            default:
                AddTools(example);
                AddInstruction(example);
                AddConversation(example);
                break;
        }
        return CollectionsMarshal.AsSpan(parts);
    }

    private void AddTools(Example example)
    {
        AddTools(example, example.Tools);
        AddTools(example, example.Functions);
        if (example.Format == ExampleFormat.Converse)
        {
            AddTools(example, example.Find(0, "toolConfig"u8));
        }
    }

    private void AddTools(Example example, int node)
    {
        var hasTools = node >= 0 && example.Node(node).Kind switch
        {
            JsonKind.Array or JsonKind.Object => example.Node(node).Next > node + 1,
            JsonKind.String => !example.RawText(node).IsEmpty && !example.Is(node, "[]"u8),
            _ => false,
        };
        if (hasTools)
        {
            parts.Add(new(ExamplePartKind.Tools, node));
        }
    }

    /// <summary>A system prompt that stands beside the messages.</summary>
    private void AddInstruction(Example example)
    {
        var node = example.Format switch
        {
            ExampleFormat.Gemini or ExampleFormat.GeminiPreference when example.Find(0, "systemInstruction"u8) is >= 0 and var found => PartsOf(example, found),
            ExampleFormat.Gemini or ExampleFormat.GeminiPreference when example.Find(0, "system_instruction"u8) is >= 0 and var found => PartsOf(example, found),
            ExampleFormat.Converse or ExampleFormat.ShareGpt or ExampleFormat.ChosenRejected => example.Find(0, "system"u8),
            _ => -1,
        };
        if (node >= 0 && (example.Node(node).IsText || (example.Node(node).Kind == JsonKind.Array && example.Format.HasBlocks())))
        {
            parts.Add(new(ExamplePartKind.Message, -1, MessageRole.System));
            AddContent(example, node, isTrained: false);
        }
    }

    private static int PartsOf(Example example, int instruction) => example.Node(instruction).Kind == JsonKind.Object ? example.Find(instruction, "parts"u8) : instruction;

    private void AddConversation(Example example)
    {
        foreach (ref readonly var message in example.Conversation)
        {
            AddMessage(example, message, example.IsTrained(message));
        }
        if (example.Format == ExampleFormat.ChosenRejected)
        {
            AddText(example, example.MessagesNode, isTrained: false);
            AddText(example, example.Preferred, isTrained: true);
            AddText(example, example.NonPreferred, isTrained: false);
        }
        foreach (ref readonly var message in example.Messages[example.ConversationCount..])
        {
            AddMessage(example, message, example.IsTrained(message));
        }
    }

    /// <summary>A prompt or a completion: a string, a list of messages, or a list of parts.</summary>
    private void AddSide(Example example, int node, bool isCompletion)
    {
        AddText(example, node, isCompletion);
        if (node < 0 || example.Node(node).Kind != JsonKind.Array)
        {
            return;
        }
        foreach (var item in example.Tape.Items(node))
        {
            var message = ExampleReader.ReadMessage(example, item, MessageList.Conversation);
            if (message.RoleNode >= 0 || message.Content >= 0)
            {
                AddMessage(example, message, isCompletion && example.IsTrained(message));
            }
            else
            {
                AddPart(example, item, isCompletion);
            }
        }
    }

    /// <summary>The conversation that the trainers of Alpaca's format make of it.</summary>
    private void AddAlpaca(Example example)
    {
        if (example.Find(0, "system"u8) is >= 0 and var system && example.Node(system).IsText)
        {
            AddSpeech(example, MessageRole.System, system, isTrained: false);
        }
        if (example.Find(0, "history"u8) is >= 0 and var history && example.Node(history).Kind == JsonKind.Array)
        {
            foreach (var pair in example.Tape.Items(history))
            {
                AddPair(example, pair);
            }
        }
        AddSpeech(example, MessageRole.User, example.Find(0, "instruction"u8), isTrained: false);
        AddText(example, example.Find(0, "input"u8), isTrained: false);
        AddSpeech(example, MessageRole.Assistant, example.Find(0, "output"u8), isTrained: true);
    }

    private void AddPair(Example example, int pair)
    {
        if (example.Node(pair).Kind == JsonKind.Array && example.Node(pair).Next == pair + 3 && example.Node(pair + 1).IsText && example.Node(pair + 2).IsText)
        {
            AddSpeech(example, MessageRole.User, pair + 1, isTrained: false);
            AddSpeech(example, MessageRole.Assistant, pair + 2, isTrained: true);
        }
    }

    private void AddSpeech(Example example, MessageRole role, int text, bool isTrained)
    {
        parts.Add(new(ExamplePartKind.Message, -1, role));
        AddText(example, text, isTrained);
    }

    private void AddMessage(Example example, in Message message, bool isTrained)
    {
        if (!message.IsObject)
        {
            return;
        }
        var role = example.Format.IsGemini() && message.RoleNode < 0 ? MessageRole.User : message.Role;
        parts.Add(new(ExamplePartKind.Message, TextOrNone(example, message.RoleNode), role, TextOrNone(example, message.Name)));
        AddContent(example, message.Content, isTrained);
        AddText(example, message.Refusal, isTrained);
        if (message.CallList >= 0)
        {
            parts.Add(new(ExamplePartKind.Calls, message.CallList, IsTrained: isTrained));
        }
        if (message.OldCall >= 0)
        {
            parts.Add(new(ExamplePartKind.Calls, message.OldCall, IsTrained: isTrained));
        }
    }

    private void AddContent(Example example, int node, bool isTrained)
    {
        AddText(example, node, isTrained);
        if (node >= 0 && example.Node(node).Kind == JsonKind.Array)
        {
            foreach (var part in example.Tape.Items(node))
            {
                AddPart(example, part, isTrained);
            }
        }
    }

    private void AddPart(Example example, int part, bool isTrained)
    {
        AddText(example, part, isTrained);
        if (example.Node(part).Kind != JsonKind.Object)
        {
            return;
        }
        if (ValuePart.ValueOf(example, part) is >= 0 and var value)
        {
            AddValue(example, ValuePart.KindOf(example, part), value, isTrained);
            return;
        }
        var before = parts.Count;
        foreach (var property in example.Tape.Properties(part))
        {
            switch (PartKeys.KindOf(example.Name(property.Name)))
            {
                case ExamplePartKind.Text:
                    AddText(example, property.Value, isTrained);
                    break;
                case { } kind:
                    parts.Add(new(kind, property.Value, IsTrained: isTrained));
                    break;
            }
        }
        if (parts.Count == before && example.Find(part, "type"u8) is >= 0 and var type && example.Is(type, "image"u8))
        {
            // Its picture stands elsewhere in the line.
            parts.Add(new(ExamplePartKind.Image, part));
        }
    }

    private void AddValue(Example example, ExamplePartKind kind, int value, bool isTrained)
    {
        if (kind == ExamplePartKind.Text)
        {
            AddText(example, value, isTrained);
        }
        else
        {
            parts.Add(new(kind, value, IsTrained: isTrained));
        }
    }

    private void AddText(Example example, int node, bool isTrained)
    {
        if (TextOrNone(example, node) >= 0)
        {
            parts.Add(new(ExamplePartKind.Text, node, IsTrained: isTrained));
        }
    }

    private static int TextOrNone(Example example, int node) => node >= 0 && example.Node(node).IsText ? node : -1;
}
