using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Formats;

/// <summary>Two answers, <c>chosen</c> and <c>rejected</c>, as texts, messages or whole conversations, with what was asked before them, become a preference example.</summary>
internal sealed class ChosenRejectedToPreference() : Conversion(ExampleFormat.ChosenRejected, ExampleFormat.Preference)
{
    private static readonly string[] Asked = ["prompt", "messages", "conversations"];

    public override byte[]? Write(Example example, Leftovers leftovers, ref string reason)
    {
        var (left, right) = (AnswerOf(example, "chosen"u8), AnswerOf(example, "rejected"u8));
        var asked = AskedBefore(example, left.Before, right.Before);
        if (left.Answer is null || right.Answer is null || asked is null)
        {
            reason = "\"chosen\" and \"rejected\" must be answers to one prompt, as texts, or as messages that differ in the last one";
            return null;
        }
        var text = new MemoryStream();
        text.Write("{\"input\": {\"messages\": ["u8);
        text.Write(asked);
        text.WriteByte((byte)']');
        Copy(example, text, name => name == "tools");
        text.Write("}, \"preferred_output\": ["u8);
        text.Write(left.Answer);
        text.Write("], \"non_preferred_output\": ["u8);
        text.Write(right.Answer);
        text.WriteByte((byte)']');
        Copy(example, text, name => name is not ("chosen" or "rejected" or "tools") && !Asked.Contains(name) && leftovers.Keeps(name));
        text.WriteByte((byte)'}');
        return text.ToArray();
    }

    /// <summary>The answer under a key, and the messages that stand before it there.</summary>
    private static (byte[]? Answer, List<int> Before) AnswerOf(Example example, ReadOnlySpan<byte> key)
    {
        var node = example.Find(0, key);
        if (IsText(example, node))
        {
            return (Message("assistant"u8, example.Raw(node)), []);
        }
        var messages = example.Node(node).Kind == JsonKind.Object ? [node] : Items(example, node);
        return messages.Count > 0 && Written(example, messages[^1]) is { IsAnswer: true } last ? (last.Text, messages[..^1]) : (null, []);
    }

    /// <summary>What was asked: the prompt, the messages beside the answers, or those before both of them.</summary>
    private static byte[]? AskedBefore(Example example, List<int> left, List<int> right)
    {
        var scratch = new Scratch();
        if (left.Count != right.Count || left.Where((message, i) => ContentHash.Of(example, message, scratch) != ContentHash.Of(example, right[i], scratch)).Any())
        {
            return null;
        }
        var beside = Asked.Select(key => example.Find(0, System.Text.Encoding.ASCII.GetBytes(key))).Where(node => node >= 0).ToList();
        if (beside.Count == 0)
        {
            return Join(example, left);
        }
        if (beside.Count > 1)
        {
            return null;
        }
        if (left.Count > 0)
        {
            // A prompt beside whole conversations is their question once more.
            return IsText(example, beside[0]) && left.Any(message => Says(example, message, beside[0])) ? Join(example, left) : null;
        }
        return IsText(example, beside[0]) ? Message("user"u8, example.Raw(beside[0])) : Join(example, Items(example, beside[0]));
    }

    private static bool Says(Example example, int message, int text) =>
        example.Find(message, "content"u8) is >= 0 and var content && IsText(example, content)
        && example.Text(content, new Scratch()).Trim(" \t\r\n"u8).SequenceEqual(example.Text(text, new Scratch()).Trim(" \t\r\n"u8));

    private static List<int> Items(Example example, int list)
    {
        var items = new List<int>();
        if (list >= 0 && example.Node(list).Kind == JsonKind.Array)
        {
            foreach (var item in example.Tape.Items(list))
            {
                items.Add(item);
            }
        }
        return items;
    }

    private static byte[]? Join(Example example, List<int> messages)
    {
        var joined = new MemoryStream();
        foreach (var message in messages)
        {
            if (Written(example, message) is not { } written)
            {
                return null;
            }
            joined.Write(joined.Length == 0 ? default : ", "u8);
            joined.Write(written.Text);
        }
        return joined.Length == 0 ? null : joined.ToArray();
    }

    /// <summary>A message as it stands, or with the names that hosts have for what ShareGPT calls <c>from</c> and <c>value</c>; null where it is none.</summary>
    private static (byte[] Text, bool IsAnswer)? Written(Example example, int message)
    {
        var (role, from, value) = (example.Find(message, "role"u8), example.Find(message, "from"u8), example.Find(message, "value"u8));
        if (IsText(example, role))
        {
            return (example.Raw(message).ToArray(), example.Is(role, "assistant"u8));
        }
        return IsText(example, from) && IsText(example, value) && example.Node(message).Next == message + 5 && Speakers.RoleOf(example.Show(from)) is { } name
            ? (Message(name, example.Raw(value)), name.AsSpan().SequenceEqual("assistant"u8))
            : null;
    }

    private static byte[] Message(ReadOnlySpan<byte> role, ReadOnlySpan<byte> content) =>
        [.. "{\"role\": \""u8, .. role, .. "\", \"content\": "u8, .. content, .. "}"u8];

    private static void Copy(Example example, MemoryStream text, Func<string, bool> isWanted)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            if (isWanted(example.Show(property.Name)))
            {
                text.Write(", "u8);
                text.Write(example.Raw(property.Name));
                text.Write(": "u8);
                text.Write(example.Raw(property.Value));
            }
        }
    }
}
