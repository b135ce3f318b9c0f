namespace FineTune.Core.Datasets;

/// <summary>Tells the format of a line by its top-level keys.</summary>
internal static class FormatRecognition
{
    [Flags]
    private enum Keys
    {
        None = 0,
        Messages = 1,
        Input = 2,
        Preferred = 4,
        NonPreferred = 8,
        Prompt = 16,
        Completion = 32,
        Text = 64,
        Conversations = 128,
        Instruction = 256,
        Output = 512,
        Contents = 1024,
        SchemaVersion = 2048,
        Chosen = 4096,
        Rejected = 8192,
        Completions = 16384,
        ChosenMessages = 32768,
        RejectedMessages = 65536,
    }

    /// <summary>Sets the format of an example, and the other one that it also seems to have.</summary>
    public static void Recognise(Example example)
    {
        var (keys, nulls) = (Keys.None, Keys.None);
        foreach (var property in example.Tape.Properties(0))
        {
            var key = KeyOf(example.Name(property.Name));
            keys |= example.Node(property.Value).Kind == Json.JsonKind.Null ? Keys.None : key;
            nulls |= example.Node(property.Value).Kind == Json.JsonKind.Null ? key : Keys.None;
        }
        // An answer that is null is still one of two.
        keys |= (keys & (Keys.Chosen | Keys.Rejected)) != 0 ? nulls & (Keys.Chosen | Keys.Rejected) : Keys.None;
        Recognise(example, keys);
        if (example.Format == ExampleFormat.Unknown && nulls != Keys.None)
        {
            // Columns that are null tell the format only where no others do.
            Recognise(example, keys | nulls);
        }
    }

    private static void Recognise(Example example, Keys keys)
    {
        var found = new FormatPair();
        if ((keys & Keys.Messages) != 0)
        {
            found.Add((keys & Keys.SchemaVersion) != 0 || IsConverse(example) ? ExampleFormat.Converse : ExampleFormat.Chat);
        }
        if (keys != Keys.Messages)
        {
            AddOthers(keys, ref found);
        }
        if (Has(keys, Keys.Chosen | Keys.Rejected) || Has(keys, Keys.ChosenMessages | Keys.RejectedMessages))
        {
            // What stands beside both answers is the conversation that they end, whatever its form.
            found = new FormatPair { First = ExampleFormat.ChosenRejected };
        }
        (example.Format, example.OtherFormat) = (found.First, found.Second);
    }

    private static bool Has(Keys keys, Keys all) => (keys & all) == all;

    private static void AddOthers(Keys keys, ref FormatPair found)
    {
        found.AddIf((keys & (Keys.Preferred | Keys.NonPreferred)) != 0, ExampleFormat.Preference);
        found.AddIf(
            (keys & Keys.Completion) != 0 || (keys & (Keys.Prompt | Keys.Messages | Keys.Chosen)) == Keys.Prompt,
            ExampleFormat.PromptCompletion);
        found.AddIf((keys & Keys.Conversations) != 0, ExampleFormat.ShareGpt);
        found.AddIf((keys & Keys.Instruction) != 0 && (keys & Keys.Output) != 0, ExampleFormat.Alpaca);
        found.AddIf((keys & Keys.Contents) != 0, (keys & Keys.Completions) != 0 ? ExampleFormat.GeminiPreference : ExampleFormat.Gemini);
        // Any data may have a column named "text": it is a format only where there is no other.
        found.AddIf((keys & Keys.Text) != 0 && found.First == ExampleFormat.Unknown, ExampleFormat.Text);
    }

    private static Keys KeyOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when name.SequenceEqual("text"u8) => Keys.Text,
        5 when name.SequenceEqual("input"u8) => Keys.Input,
        6 when name.SequenceEqual("prompt"u8) => Keys.Prompt,
        6 when name.SequenceEqual("output"u8) => Keys.Output,
        6 when name.SequenceEqual("chosen"u8) => Keys.Chosen,
        8 when name.SequenceEqual("messages"u8) => Keys.Messages,
        8 when name.SequenceEqual("contents"u8) => Keys.Contents,
        8 when name.SequenceEqual("rejected"u8) => Keys.Rejected,
        10 when name.SequenceEqual("completion"u8) => Keys.Completion,
        11 when name.SequenceEqual("completions"u8) => Keys.Completions,
        11 when name.SequenceEqual("instruction"u8) => Keys.Instruction,
        13 when name.SequenceEqual("conversations"u8) => Keys.Conversations,
        13 when name.SequenceEqual("schemaVersion"u8) => Keys.SchemaVersion,
        15 when name.SequenceEqual("chosen_messages"u8) => Keys.ChosenMessages,
        17 when name.SequenceEqual("rejected_messages"u8) => Keys.RejectedMessages,
        >= 9 when name.StartsWith("preferred"u8) => Keys.Preferred,
        >= 13 when name.StartsWith("non_preferred"u8) => Keys.NonPreferred,
        _ => Keys.None,
    };

    /// <summary>Whether the first message has content parts with a text but no type, which only Converse has.</summary>
    private static bool IsConverse(Example example)
    {
        var messages = example.Find(0, "messages"u8);
        if (messages < 0 || example.Node(messages).Kind != Json.JsonKind.Array || example.Node(messages).Next == messages + 1)
        {
            return false;
        }
        var content = example.Find(messages + 1, "content"u8);
        if (content < 0 || example.Node(content).Kind != Json.JsonKind.Array || example.Node(content).Next == content + 1)
        {
            return false;
        }
        return example.Find(content + 1, "text"u8) >= 0 && example.Find(content + 1, "type"u8) < 0 && !HasAddress(example, content);
    }

    /// <summary>Whether a part is an image or a video by its address alone, as Qwen has it; in Converse it is an object.</summary>
    private static bool HasAddress(Example example, int content)
    {
        foreach (var part in example.Tape.Items(content))
        {
            if ((example.Find(part, "image"u8) is >= 0 and var image && example.Node(image).IsText) || (example.Find(part, "video"u8) is >= 0 and var video && example.Node(video).IsText))
            {
                return true;
            }
        }
        return false;
    }

    private ref struct FormatPair
    {
        public ExampleFormat First;

        public ExampleFormat Second;

        public void AddIf(bool condition, ExampleFormat format)
        {
            if (condition)
            {
                Add(format);
            }
        }

        public void Add(ExampleFormat format)
        {
            if (First == ExampleFormat.Unknown)
            {
                First = format;
            }
            else if (Second == ExampleFormat.Unknown)
            {
                Second = format;
            }
        }
    }
}
