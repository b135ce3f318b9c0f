using System.Text;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>One line of a dataset as spans over its bytes. One object is used for line after line.</summary>
internal sealed class Example
{
    private byte[] buffer = [];

    private int start;

    private int length;

    private Message[] messages = new Message[16];

    private int messageCount;

    /// <summary>1-based line in the file.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Offset of the line in the file.</summary>
    public long FileOffset { get; private set; }

    /// <summary>The bytes of the line without its line end.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(start, length);

    public JsonTape Tape { get; } = new();

    private readonly TextPlaces texts = new();

    public ExampleFormat Format { get; set; }

    /// <summary>A second format that the line also has the keys of; <see cref="ExampleFormat.Unknown"/> for none.</summary>
    public ExampleFormat OtherFormat { get; set; }

    /// <summary>The node of the list that <see cref="Messages"/> came from; -1 where it is missing.</summary>
    public int MessagesNode { get; set; }

    /// <summary>The object that holds messages and tools: the line, or its <c>input</c>.</summary>
    public int Holder { get; set; }

    public int Tools { get; set; }

    public int Functions { get; set; }

    public int Preferred { get; set; }

    public int NonPreferred { get; set; }

    /// <summary>All messages: the conversation, then the preferred and the other answer of a preference example.</summary>
    public ReadOnlySpan<Message> Messages => messages.AsSpan(0, messageCount);

    /// <summary>The messages of the conversation alone.</summary>
    public ReadOnlySpan<Message> Conversation => messages.AsSpan(0, ConversationCount);

    public int ConversationCount { get; private set; }

    /// <summary>Hash of the list of messages, once it is known.</summary>
    public ulong? ConversationHash { get; set; }

    /// <summary>The long text whose hash was asked for last, and its hash.</summary>
    public (int Node, ulong Hash) LongText { get; set; }

    /// <summary>Whether every message is an object with a role that is known: what sequence rules need to judge.</summary>
    public bool RolesAreKnown { get; private set; }

    public void Start(byte[] bytes, int offset, int count, int lineNumber, long fileOffset)
    {
        (buffer, start, length, LineNumber, FileOffset) = (bytes, offset, count, lineNumber, fileOffset);
        messageCount = ConversationCount = 0;
        RolesAreKnown = true;
        texts.Clear();
        ConversationHash = null;
        LongText = default;
        Format = OtherFormat = ExampleFormat.Unknown;
        MessagesNode = Holder = Tools = Functions = Preferred = NonPreferred = -1;
    }

    public void Add(in Message message)
    {
        if (messageCount == messages.Length)
        {
            Array.Resize(ref messages, messages.Length * 2);
        }
        messages[messageCount++] = message;
        if (message.List == MessageList.Conversation)
        {
            ConversationCount = messageCount;
        }
        RolesAreKnown &= message.Role != MessageRole.Unknown;
    }

    /// <summary>Forgets the roles that a host does not know: nothing that depends on them can be judged.</summary>
    /// <param name="known">A bit for each <see cref="MessageRole"/>.</param>
    public void KeepRoles(int known)
    {
        for (var i = 0; i < messageCount; i++)
        {
            if ((known & (1 << (int)messages[i].Role)) == 0)
            {
                messages[i].Role = MessageRole.Unknown;
                RolesAreKnown = false;
            }
        }
    }

    /// <summary>Whether a model is trained to write a message: an answer without weight 0, and of a preference the preferred one.</summary>
    public bool IsTrained(in Message message) =>
        message is { Role: MessageRole.Assistant, List: not MessageList.NonPreferred }
        && (message.Weight < 0 || !Raw(message.Weight).SequenceEqual("0"u8));

    /// <summary>Index of the message, and node of its text, that a place in the line lies in; -1 where it lies in no text.</summary>
    public (int Message, int Text) TextAt(int place) => texts.At(this, place);

    public ref readonly JsonNode Node(int index) => ref Tape[index];

    public int Find(int index, ReadOnlySpan<byte> name) => Tape.Find(Line, index, name);

    public bool Is(int index, ReadOnlySpan<byte> text) => Tape.TextEquals(Line, index, text);

    /// <summary>The bytes of a value as they stand in the line.</summary>
    public ReadOnlySpan<byte> Raw(int index)
    {
        ref readonly var node = ref Tape[index];
        return buffer.AsSpan(start + node.Start, node.Length);
    }

    /// <summary>The bytes of a string between its quotes, escapes not resolved.</summary>
    public ReadOnlySpan<byte> RawText(int index)
    {
        ref readonly var node = ref Tape[index];
        return buffer.AsSpan(start + node.Start + 1, node.Length - 2);
    }

    /// <summary>The name of a property as text; names hardly ever have escapes.</summary>
    public ReadOnlySpan<byte> Name(int index) =>
        (Tape[index].Traits & StringTraits.Escaped) == 0 ? RawText(index) : new Scratch().Decode(RawText(index));

    /// <summary>The bytes of a string with its escapes resolved; the span is valid until the scratch is used again.</summary>
    public ReadOnlySpan<byte> Text(int index, Scratch scratch) =>
        (Tape[index].Traits & StringTraits.Escaped) == 0 ? RawText(index) : scratch.Decode(RawText(index));

    /// <summary>The value as text, for messages: a string without its quotes, anything else as it is written.</summary>
    public string Show(int index) => Tape[index].IsText
        ? Encoding.UTF8.GetString(Text(index, new Scratch()))
        : Encoding.UTF8.GetString(Raw(index));
}
