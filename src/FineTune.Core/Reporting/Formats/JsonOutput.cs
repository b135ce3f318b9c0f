using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FineTune.Core.Reporting.Formats;

/// <summary>Indented JSON onto a text writer, in pieces, so that a report of a million findings is never one string.</summary>
internal sealed class JsonOutput(TextWriter output) : IDisposable
{
    private const int PieceSize = 1 << 16;

    private readonly ArrayBufferWriter<byte> buffer = new(PieceSize * 2);
    private Utf8JsonWriter? json;

    public Utf8JsonWriter Json => json ??= new Utf8JsonWriter(buffer, new JsonWriterOptions
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>A list of objects by its name.</summary>
    public void WriteObjects<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        Json.WritePropertyName(name);
        WriteObjects(items, write);
    }

    /// <summary>A list of objects.</summary>
    public void WriteObjects<T>(IEnumerable<T> items, Action<T> write)
    {
        Json.WriteStartArray();
        foreach (var item in items)
        {
            Json.WriteStartObject();
            write(item);
            Json.WriteEndObject();
            Pass();
        }
        Json.WriteEndArray();
    }

    // What has gathered, once it is worth it.
    private void Pass()
    {
        if (Json.BytesPending + buffer.WrittenCount >= PieceSize)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        Flush();
        output.Write('\n');
        Json.Dispose();
    }

    private void Flush()
    {
        Json.Flush();
        // The writer indents with the platform's line end; inside strings a line end is always an escape.
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan).Replace("\r", "", StringComparison.Ordinal));
        buffer.ResetWrittenCount();
    }
}
