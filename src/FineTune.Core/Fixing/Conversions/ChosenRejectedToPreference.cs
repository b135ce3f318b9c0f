using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Fixing.Conversions;

/// <summary>FT2001: TRL's <c>prompt</c>, <c>chosen</c> and <c>rejected</c>, as texts or as messages, become a preference example.</summary>
internal sealed class ChosenRejectedToPreference : ILineFix
{
    public string Code => "FT2001";

    public bool AppliesTo(FixScope scope) => scope.Reports(Code) && scope.WantsPreferenceInsteadOf(ExampleFormat.ChosenRejected);

    public byte[]? Apply(FixLine line)
    {
        var example = line.Example;
        if (!line.IsObject || example.Format != ExampleFormat.ChosenRejected || example.OtherFormat != ExampleFormat.Unknown)
        {
            return null;
        }
        var (prompt, chosen, rejected) = (example.Find(0, "prompt"u8), example.Find(0, "chosen"u8), example.Find(0, "rejected"u8));
        var parts = prompt >= 0 && example.Node(prompt).IsText ? OfTexts(example, prompt, chosen, rejected) : OfMessages(example, prompt, chosen, rejected, line.Scratch);
        if (parts is not var (input, preferred, other))
        {
            line.Leave(this, "the line is not converted: \"chosen\" and \"rejected\" must be answers to one prompt, as texts, or as messages that differ in the last one");
            return null;
        }
        var text = new MemoryStream();
        text.Write("{\"input\": {\"messages\": ["u8);
        text.Write(input);
        text.WriteByte((byte)']');
        Copy(example, text, name => name == "tools");
        text.Write("}, \"preferred_output\": ["u8);
        text.Write(preferred);
        text.Write("], \"non_preferred_output\": ["u8);
        text.Write(other);
        text.WriteByte((byte)']');
        Copy(example, text, name => name is not ("prompt" or "chosen" or "rejected" or "tools"));
        text.WriteByte((byte)'}');
        return text.ToArray();
    }

    private static (byte[] Input, byte[] Preferred, byte[] Other)? OfTexts(Example example, int prompt, int chosen, int rejected) =>
        example.Node(chosen).IsText && example.Node(rejected).IsText
            ? (Message("user"u8, example.Raw(prompt)), Message("assistant"u8, example.Raw(chosen)), Message("assistant"u8, example.Raw(rejected)))
            : null;

    private static (byte[] Input, byte[] Preferred, byte[] Other)? OfMessages(Example example, int prompt, int chosen, int rejected, Scratch scratch)
    {
        var (left, right) = (Items(example, chosen), Items(example, rejected));
        if (left.Count == 0 || left.Count != right.Count || !Answers(example, left[^1]) || !Answers(example, right[^1]))
        {
            return null;
        }
        for (var i = 0; i < left.Count - 1; i++)
        {
            if (ContentHash.Of(example, left[i], scratch) != ContentHash.Of(example, right[i], scratch))
            {
                return null;
            }
        }
        // With a prompt of its own, the answers are answers alone.
        var input = prompt < 0 ? left[..^1] : left.Count == 1 ? Items(example, prompt) : [];
        return input.Count == 0 ? null : (Join(example, input), example.Raw(left[^1]).ToArray(), example.Raw(right[^1]).ToArray());
    }

    private static bool Answers(Example example, int message) => example.Find(message, "role"u8) is >= 0 and var role && example.Is(role, "assistant"u8);

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

    private static byte[] Join(Example example, List<int> messages)
    {
        var joined = new MemoryStream();
        foreach (var message in messages)
        {
            joined.Write(joined.Length == 0 ? default : ", "u8);
            joined.Write(example.Raw(message));
        }
        return joined.ToArray();
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
