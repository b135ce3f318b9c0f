using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Judging;

/// <summary>A format as a message describes it. Somebody's format is named only where the values have its shape.</summary>
internal static class FormatNames
{
    private const int MostKeys = 5;

    /// <summary>What an example is.</summary>
    public static string Of(Example example) => Of(example.Format, example);

    /// <summary>What lines of a format are.</summary>
    /// <param name="format">The format.</param>
    /// <param name="example">One of the lines; null where it cannot be read again.</param>
    public static string Of(ExampleFormat format, Example? example) => format switch
    {
        ExampleFormat.Chat => "a chat example (\"messages\")",
        ExampleFormat.Preference => "a preference example (\"input\", \"preferred_output\", \"non_preferred_output\")",
        ExampleFormat.PromptCompletion => "a prompt/completion pair",
        ExampleFormat.Text => "plain text (\"text\")",
        ExampleFormat.ShareGpt => "in ShareGPT format (\"conversations\")",
        ExampleFormat.Alpaca => "in Alpaca format (\"instruction\", \"output\")",
        ExampleFormat.Converse => "in Bedrock Converse format",
        ExampleFormat.Gemini => "in Gemini format (\"contents\")",
        ExampleFormat.GeminiPreference => "a preference example of Gemini (\"contents\", \"completions\")",
        ExampleFormat.ChosenRejected when example is null || IsOfTrl(example) => "in TRL's preference format (\"chosen\", \"rejected\")",
        ExampleFormat.ChosenRejected => $"a preference example with the keys {KeysOf(example)}",
        _ => "in no known format",
    };

    /// <summary>TRL's answers are two texts or two lists of messages; its prompt, where there is one, is the same.</summary>
    private static bool IsOfTrl(Example example)
    {
        var (chosen, rejected, prompt) = (example.Find(0, "chosen"u8), example.Find(0, "rejected"u8), example.Find(0, "prompt"u8));
        return chosen >= 0 && rejected >= 0 && example.Find(0, "messages"u8) < 0 && example.Find(0, "conversations"u8) < 0 && example.Find(0, "instruction"u8) < 0
            && (AreTexts(example, chosen, rejected, prompt) || AreMessages(example, chosen, rejected, prompt));
    }

    private static bool AreTexts(Example example, int chosen, int rejected, int prompt) =>
        example.Node(chosen).IsText && example.Node(rejected).IsText && (prompt < 0 || example.Node(prompt).IsText);

    private static bool AreMessages(Example example, int chosen, int rejected, int prompt) =>
        IsListOfMessages(example, chosen) && IsListOfMessages(example, rejected) && (prompt < 0 || IsListOfMessages(example, prompt));

    private static bool IsListOfMessages(Example example, int node)
    {
        if (example.Node(node).Kind != JsonKind.Array || example.Node(node).Next == node + 1)
        {
            return false;
        }
        foreach (var item in example.Tape.Items(node))
        {
            if (example.Find(item, "role"u8) < 0)
            {
                return false;
            }
        }
        return true;
    }

    private static string KeysOf(Example example)
    {
        var keys = new List<string>();
        foreach (var property in example.Tape.Properties(0))
        {
            if (keys.Count < MostKeys)
            {
                keys.Add(SafeText.Quote(example.Show(property.Name)));
            }
        }
        return string.Join(", ", keys);
    }
}
