using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>One worker's look for what examples share that is no question: the customer, a document, a template.</summary>
internal sealed class GroupStudy
{
    /// <summary>Shorter paragraphs are greetings, instructions, ends of letters.</summary>
    private const int ShortestPassage = 300;

    private const int ShortestTemplate = 40;

    private const int MostMarks = 64;

    private readonly List<GroupMark> marks = [];

    private readonly Scratch scratch = new();

    private byte[] masked = [];

    /// <summary>What an example shares, if others have it too; null for nothing.</summary>
    public GroupMark[]? Of(Example example)
    {
        marks.Clear();
        AddNames(example, 0);
        if (example.Find(0, "metadata"u8) is >= 0 and var metadata)
        {
            AddNames(example, metadata);
        }
        var last = -1;
        foreach (ref readonly var message in example.Conversation)
        {
            if (message.Role == MessageRole.User)
            {
                foreach (var text in new MessageTexts(example, message))
                {
                    AddPassages(example.RawText(text));
                    last = text;
                }
            }
        }
        if (example.Format == ExampleFormat.PromptCompletion && example.Find(0, "prompt"u8) is >= 0 and var prompt && example.Node(prompt).IsText)
        {
            AddPassages(example.RawText(prompt));
            last = prompt;
        }
        if (last >= 0)
        {
            AddTemplate(example.RawText(last));
        }
        return marks.Count == 0 ? null : [.. marks];
    }

    private void AddNames(Example example, int node)
    {
        if (example.Node(node).Kind != JsonKind.Object)
        {
            return;
        }
        foreach (var property in example.Tape.Properties(node))
        {
            if (example.Node(property.Value).Kind is JsonKind.String or JsonKind.Number && example.Node(property.Value).Length > 2 && GroupKeys.Has(example.Name(property.Name)))
            {
                marks.Add(new GroupMark(GroupKind.Name, ContentHash.OfBytes(example.Name(property.Name)), ContentHash.Of(example, property.Value, scratch)));
            }
        }
    }

    private void AddPassages(ReadOnlySpan<byte> raw)
    {
        while (raw.Length >= ShortestPassage && marks.Count < MostMarks)
        {
            var end = raw.IndexOf("\\n\\n"u8);
            var passage = end < 0 ? raw : raw[..end];
            if (passage.Length >= ShortestPassage)
            {
                marks.Add(new GroupMark(GroupKind.Passage, 0, ContentHash.OfBytes(passage)));
            }
            raw = end < 0 ? default : raw[(end + 4)..];
        }
    }

    /// <summary>A question that differs from others in a number alone.</summary>
    private void AddTemplate(ReadOnlySpan<byte> raw)
    {
        if (raw.Length < ShortestTemplate || raw.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
        {
            return;
        }
        if (masked.Length < raw.Length)
        {
            masked = new byte[raw.Length];
        }
        var count = 0;
        foreach (var value in raw)
        {
            var isDigit = char.IsAsciiDigit((char)value);
            if (!isDigit || count == 0 || masked[count - 1] != '0')
            {
                masked[count++] = isDigit ? (byte)'0' : value;
            }
        }
        marks.Add(new GroupMark(GroupKind.Template, 0, ContentHash.OfBytes(masked.AsSpan(0, count))));
    }
}
