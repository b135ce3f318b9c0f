using System.Buffers;
using FineTune.Core.Datasets;

namespace FineTune.Core.Conversions;

/// <summary>Writes a line in <c>messages</c> format.</summary>
internal sealed class ChatText
{
    private readonly ArrayBufferWriter<byte> text = new();

    private readonly Leftovers leftovers;

    private int messages;

    /// <summary>Begins a line.</summary>
    /// <param name="leftovers">What becomes of keys that are not converted.</param>
    public ChatText(Leftovers leftovers)
    {
        this.leftovers = leftovers;
        text.Write("{\"messages\": ["u8);
    }

    /// <summary>Begins a message.</summary>
    public void Begin(ReadOnlySpan<byte> role)
    {
        text.Write(messages++ == 0 ? default : ", "u8);
        text.Write("{\"role\": \""u8);
        text.Write(role);
        text.Write("\""u8);
    }

    /// <summary>Adds a property to what is open.</summary>
    /// <param name="name">With its quotes.</param>
    /// <param name="value">As JSON.</param>
    public void Property(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        text.Write(", "u8);
        text.Write(name);
        text.Write(": "u8);
        text.Write(value);
    }

    /// <summary>Adds a property of another message to the one that is open, unless the host fails on it.</summary>
    public void Keep(Example example, int name, int value)
    {
        if (leftovers.KeepsInMessage(example.Show(name)))
        {
            Property(example.Raw(name), example.Raw(value));
        }
    }

    /// <summary>Ends a message.</summary>
    public void End() => text.Write("}"u8);

    /// <summary>Adds a message with one content.</summary>
    public void Add(ReadOnlySpan<byte> role, ReadOnlySpan<byte> content)
    {
        Begin(role);
        Property("\"content\""u8, content);
        End();
    }

    /// <summary>Adds a message as it stands.</summary>
    public void AddRaw(ReadOnlySpan<byte> message)
    {
        text.Write(messages++ == 0 ? default : ", "u8);
        text.Write(message);
    }

    /// <summary>Ends the list of messages.</summary>
    public void EndMessages() => text.Write("]"u8);

    /// <summary>The line, with the properties of the old one that were not converted; null where it has no message.</summary>
    public byte[]? Finish(Example example, params string[] converted)
    {
        EndMessages();
        return FinishProperties(example, converted);
    }

    /// <summary>The same where the list of messages was ended before.</summary>
    public byte[]? FinishProperties(Example example, params string[] converted)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            var key = example.Show(property.Name);
            if (!converted.Contains(key) && leftovers.Keeps(key))
            {
                Property(example.Raw(property.Name), example.Raw(property.Value));
            }
        }
        return Finish();
    }

    /// <summary>The line without any property of the old one; the list of messages was ended before.</summary>
    public byte[]? Finish()
    {
        text.Write("}"u8);
        return messages == 0 ? null : text.WrittenSpan.ToArray();
    }
}
