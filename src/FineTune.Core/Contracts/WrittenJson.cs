using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Core.Contracts;

/// <summary>Writes JSON with its members in the order that they have: a model has seen them in that order.</summary>
internal static class WrittenJson
{
    /// <summary>The bytes, on one line, letters of every language as they are.</summary>
    public static byte[] Of(JsonNode node)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 }))
        {
            node.WriteTo(writer);
        }
        return text.WrittenSpan.ToArray();
    }
}
