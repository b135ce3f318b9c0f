namespace FineTune.Core.Datasets;

/// <summary>What rules about a whole dataset need to know of one example.</summary>
internal readonly record struct ExampleFacts
{
    public required int Line { get; init; }

    /// <summary>Offset of the line in its file.</summary>
    public required long Offset { get; init; }

    /// <summary>Hash of the whole example.</summary>
    public required ulong Hash { get; init; }

    /// <summary>Hash of all that the answer depends on: every message before the last answer, and the tools.</summary>
    public required ulong Context { get; init; }

    /// <summary>Hash of the system and developer messages; 0 for none.</summary>
    public required ulong Instruction { get; init; }

    /// <summary>Hash of the last answer; 0 for none.</summary>
    public required ulong Answer { get; init; }

    public required ExampleFormat Format { get; init; }

    /// <summary>Whether the line has the keys of two formats.</summary>
    public bool IsMixed { get; init; }

    /// <summary>Hash of the names of the top-level properties, whatever their order.</summary>
    public required ulong Keys { get; init; }

    public required bool HasImages { get; init; }

    /// <summary>Bytes of the line.</summary>
    public required int Bytes { get; init; }

    /// <summary>Hash of the declared tools; 0 for none.</summary>
    public required ulong Tools { get; init; }

    /// <summary>The roles of all messages, a bit for each <see cref="MessageRole"/>.</summary>
    public required byte Roles { get; init; }

    public AnswerFacts Answered { get; init; }

    /// <summary>Bytes of all texts, without images, names and calls.</summary>
    public int TextBytes { get; init; }

    public PersonalData Personal { get; init; }

    /// <summary>The kinds of the fields that the grader reads, four bits for each in their order: 0 for one that is absent.</summary>
    public ulong FieldKinds { get; init; }

    /// <summary>The names of the keys that count as absent because they are null; null for none, or where nobody asks.</summary>
    public IReadOnlyList<string>? NullKeys { get; init; }

    /// <summary>What tells near duplicates; null unless they are looked for, or where the text is too short to judge.</summary>
    public uint[]? Signature { get; init; }

    public static ExampleFacts Of(Example example, Scratch scratch)
    {
        var tools = ContentHash.OfTools(example, scratch);
        var (context, instruction, answer) = Conversation(example, tools, scratch);
        return new ExampleFacts
        {
            Line = example.LineNumber,
            Offset = example.FileOffset,
            Hash = ContentHash.Of(example, 0, scratch),
            Context = context,
            Instruction = instruction,
            Answer = answer,
            Format = example.Format,
            IsMixed = example.OtherFormat != ExampleFormat.Unknown,
            Keys = KeysOf(example, scratch),
            Tools = tools,
            Roles = RolesOf(example),
            HasImages = HasImage(example),
            Bytes = example.Line.Length,
        };
    }

    private static (ulong Context, ulong Instruction, ulong Answer) Conversation(Example example, ulong tools, Scratch scratch)
    {
        if (example.Format == ExampleFormat.PromptCompletion)
        {
            var (prompt, completion) = (example.Find(0, "prompt"u8), example.Find(0, "completion"u8));
            return (HashOf(example, prompt, scratch), 0, HashOf(example, completion, scratch));
        }
        var (context, instruction, answer) = (tools, 0UL, 0UL);
        var messages = example.Conversation;
        var all = ContentHash.ListSeed;
        for (var i = 0; i < messages.Length; i++)
        {
            var hash = ContentHash.Of(example, messages[i].Node, scratch);
            all = ContentHash.Combine(all, hash);
            if (i == messages.Length - 1 && messages[i].Role == MessageRole.Assistant)
            {
                answer = hash;
                break;
            }
            context = ContentHash.Combine(context, hash);
            instruction = messages[i].IsInstruction ? ContentHash.Combine(instruction, hash) : instruction;
        }
        example.ConversationHash = messages.Length > 0 ? all : null;
        return (context, instruction, answer != 0 ? answer : HashOf(example, example.Preferred, scratch));
    }

    private static ulong HashOf(Example example, int node, Scratch scratch) => node < 0 ? 0 : ContentHash.Of(example, node, scratch);

    private static ulong KeysOf(Example example, Scratch scratch)
    {
        var sum = 0UL;
        foreach (var property in example.Tape.Properties(0))
        {
            sum += ContentHash.OfBytes(example.Text(property.Name, scratch));
        }
        return sum;
    }

    private static byte RolesOf(Example example)
    {
        var roles = 0;
        foreach (ref readonly var message in example.Conversation)
        {
            roles |= 1 << (int)message.Role;
        }
        return (byte)roles;
    }

    private static bool HasImage(Example example)
    {
        foreach (ref readonly var message in example.Messages)
        {
            if (message.Content >= 0 && example.Node(message.Content).Kind == Json.JsonKind.Array)
            {
                foreach (var part in example.Tape.Items(message.Content))
                {
                    if (example.Find(part, "image_url"u8) >= 0)
                    {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
