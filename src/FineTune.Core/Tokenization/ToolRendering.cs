using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FineTune.Core.Tokenization;

/// <summary>Renders declared tools as the TypeScript-like namespace that OpenAI's models are known to see. An estimate: no host documents it.</summary>
internal sealed class ToolRendering
{
    private const int MaxDepth = 8;

    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>The rendered tools; the JSON itself where it is not a list of tools. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Render(ReadOnlySpan<byte> json)
    {
        _text.ResetWrittenCount();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() == 0)
            {
                return json;
            }

            Write("# Tools\n\n## functions\n\nnamespace functions {\n\n");
            foreach (var tool in document.RootElement.EnumerateArray())
            {
                Function(Member(tool, "function") ?? tool);
            }

            Write("} // namespace functions");
            return _text.WrittenSpan;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not JSON, or a string with half a surrogate pair: the linter says so, here it is only counted.
            return json;
        }
    }

    private void Function(JsonElement function)
    {
        Comment(Member(function, "description"), 0);
        Write("type ");
        Write(Text(Member(function, "name")));
        if (Member(Member(function, "parameters"), "properties") is { ValueKind: JsonValueKind.Object } properties && properties.EnumerateObject().Any())
        {
            Write(" = (_: ");
            Properties(Member(function, "parameters")!.Value, properties, 0);
            Write(") => any;\n\n");
        }
        else
        {
            Write(" = () => any;\n\n");
        }
    }

    private void Properties(JsonElement schema, JsonElement properties, int depth)
    {
        var required = Member(schema, "required") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(name => Text(name)).ToHashSet(StringComparer.Ordinal)
            : [];
        Write("{\n");
        foreach (var property in properties.EnumerateObject())
        {
            Comment(Member(property.Value, "description"), depth);
            Write(new string(' ', depth * 2));
            Write(property.Name);
            Write(required.Contains(property.Name) ? ": " : "?: ");
            Type(property.Value, depth + 1);
            Write(",\n");
        }

        Write(new string(' ', Math.Max(0, depth - 1) * 2));
        Write("}");
    }

    private void Type(JsonElement schema, int depth)
    {
        if (Member(schema, "enum") is { ValueKind: JsonValueKind.Array } values)
        {
            Write(string.Join(" | ", values.EnumerateArray().Select(value => value.GetRawText())));
        }
        else if (depth < MaxDepth && Member(schema, "properties") is { ValueKind: JsonValueKind.Object } properties)
        {
            Properties(schema, properties, depth);
        }
        else if (depth < MaxDepth && Member(schema, "items") is { ValueKind: JsonValueKind.Object } items)
        {
            Type(items, depth + 1);
            Write("[]");
        }
        else
        {
            Write(Member(schema, "type") switch
            {
                { ValueKind: JsonValueKind.String } type => type.GetString() is "integer" ? "number" : type.GetString()!,
                { ValueKind: JsonValueKind.Array } types => string.Join(" | ", types.EnumerateArray().Select(type => Text(type))),
                _ => "any",
            });
        }
    }

    private void Comment(JsonElement? description, int depth)
    {
        if (description is { ValueKind: JsonValueKind.String } text)
        {
            Write($"{new string(' ', depth * 2)}// {text.GetString()}\n");
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;

    private static string Text(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _text);
}
