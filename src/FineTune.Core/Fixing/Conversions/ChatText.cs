using FineTune.Core.Datasets;

namespace FineTune.Core.Fixing.Conversions;

/// <summary>Writes a line in <c>messages</c> format.</summary>
internal sealed class ChatText : IDisposable
{
    private readonly MemoryStream text = new();

    private int messages;

    public ChatText() => text.Write("{\"messages\": ["u8);

    /// <summary>Begins a message.</summary>
    public void Begin(ReadOnlySpan<byte> role)
    {
        text.Write(messages++ == 0 ? default : ", "u8);
        text.Write("{\"role\": \""u8);
        text.Write(role);
        text.WriteByte((byte)'"');
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

    /// <summary>Ends a message.</summary>
    public void End() => text.WriteByte((byte)'}');

    /// <summary>Adds a message with one content.</summary>
    public void Add(ReadOnlySpan<byte> role, ReadOnlySpan<byte> content)
    {
        Begin(role);
        Property("\"content\""u8, content);
        End();
    }

    /// <summary>The line, with the properties of the old one that were not converted: nothing is lost.</summary>
    public byte[] Finish(Example example, params string[] converted)
    {
        text.WriteByte((byte)']');
        foreach (var property in example.Tape.Properties(0))
        {
            if (!converted.Contains(example.Show(property.Name)))
            {
                Property(example.Raw(property.Name), example.Raw(property.Value));
            }
        }
        text.WriteByte((byte)'}');
        return text.ToArray();
    }

    /// <summary>Whether a message was added.</summary>
    public bool IsEmpty => messages == 0;

    public void Dispose() => text.Dispose();
}
