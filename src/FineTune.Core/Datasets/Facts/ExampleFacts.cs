using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets.Facts;

/// <summary>What rules about a whole dataset need to know of one example.</summary>
internal readonly record struct ExampleFacts
{
    /// <summary>Offset of the line in its file.</summary>
    public required long Offset { get; init; }

    /// <summary>Hash of the whole example.</summary>
    public required ulong Hash { get; init; }

    /// <summary>Hash of all that the answer depends on: every message before the last answer, and the tools.</summary>
    public required ulong Context { get; init; }

    /// <summary>Hash of the system and developer messages; 0 for none.</summary>
    public required ulong Instruction { get; init; }

    /// <summary>Hash of the last answer: its content and calls; 0 for none.</summary>
    public required ulong Answer { get; init; }

    /// <summary>Hash of what is right after the context: the answer, of a preference both answers, of reinforcement what the answer is graded by; 0 for nothing.</summary>
    public required ulong Target { get; init; }

    /// <summary>Hash of what the model is given and of what is right there; of the whole example where neither is known.</summary>
    public ulong Content => (Context | Target) == 0 ? Hash : ContentHash.Combine(Context, Target);

    /// <summary>Of a preference the target that it would have the other way round; 0 for any other example.</summary>
    public ulong Reversed { get; init; }

    public required ExampleFormat Format { get; init; }

    /// <summary>Whether the line has the keys of two formats.</summary>
    public bool IsMixed { get; init; }

    /// <summary>Hash of the names of the top-level properties, whatever their order.</summary>
    public required ulong Keys { get; init; }

    public required bool HasImages { get; init; }

    /// <summary>Hash of the declared tools; 0 for none.</summary>
    public required ulong Tools { get; init; }

    /// <summary>The roles of all messages, a bit for each <see cref="MessageRole"/>.</summary>
    public required byte Roles { get; init; }

    public AnswerFacts Answered { get; init; }

    /// <summary>Bytes of all texts, without images, names and calls.</summary>
    public int TextBytes { get; init; }

    public PersonalData Personal { get; init; }

    /// <summary>The values of personal data, each once; null for none.</summary>
    public PersonalValue[]? PersonalValues { get; init; }

    public ToolUse ToolUse { get; init; }

    /// <summary>How the two answers of a preference look; null for any other example.</summary>
    public PairFacts? Pair { get; init; }

    /// <summary>What it shares with examples of one customer, document or template; null unless another dataset is held against it, or for nothing.</summary>
    public GroupMark[]? Groups { get; init; }

    /// <summary>The kinds of the fields that the grader reads, four bits for each in their order: 0 for one that is absent.</summary>
    public ulong FieldKinds { get; init; }

    /// <summary>Hash of the columns with their types; 0 unless the host loads lines as a table.</summary>
    public ulong Shape { get; init; }

    /// <summary>The names of the speakers of a ShareGPT example, a bit for each; 0 unless the host knows one for each.</summary>
    public uint Tags { get; init; }

    /// <summary>The names of the keys that count as absent because they are null; null for none, or where nobody asks.</summary>
    public IReadOnlyList<string>? NullKeys { get; init; }

    /// <summary>What tells near duplicates; null unless they are looked for, or where the text is too short to judge.</summary>
    public uint[]? Signature { get; init; }

    public static ExampleFacts Of(Example example, Scratch scratch)
    {
        var tools = ContentHash.OfTools(example, scratch);
        var keys = TopKeys.Of(example, scratch);
        var identity = ExampleIdentity.Of(example, tools, keys, scratch);
        var hash = ContentHash.Of(example, 0, scratch);
        return new ExampleFacts
        {
            Offset = example.FileOffset,
            Hash = hash,
            Context = identity.Context,
            Instruction = identity.Instruction,
            Answer = identity.Answer,
            Target = example.Format == ExampleFormat.Unknown ? hash : identity.Target,
            Reversed = identity.Reversed,
            Format = example.Format,
            IsMixed = example.OtherFormat != ExampleFormat.Unknown,
            Keys = keys.Names,
            Tools = tools,
            Roles = RolesOf(example),
            HasImages = HasImage(example),
        };
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
