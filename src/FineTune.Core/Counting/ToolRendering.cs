using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FineTune.Core.Counting;

/// <summary>Renders declared tools as the TypeScript-like namespace that OpenAI's models are known to see. An estimate: no host documents it.</summary>
internal sealed class ToolRendering
{
    private const int MaxDepth = 8;

    /// <summary>Larger tools are not remembered.</summary>
    private const int MostRemembered = 256 * 1024;

    private readonly ArrayBufferWriter<byte> text = new();

    private readonly ArrayBufferWriter<byte> last = new();

    /// <summary>The tools that were taken last: rendered, or their JSON itself where they are no list of functions.</summary>
    public ReadOnlySpan<byte> Text => this.text.WrittenSpan;

    /// <summary>No more bytes than these are rendered of so many bytes of JSON.</summary>
    /// <remarks>What is shortest as JSON and longest when rendered is a property such as <c>"a":1,</c>: a line with up to 14 spaces before it.</remarks>
    public static long MostBytes(int json) => (5L * json) + 100;

    /// <summary>Renders tools.</summary>
    public ReadOnlySpan<byte> Render(ReadOnlySpan<byte> json)
    {
        Take(json);
        return Text;
    }

    /// <summary>Renders tools; false where they are the same as the last ones, as on most lines of a dataset.</summary>
    public bool Take(ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty && json.SequenceEqual(last.WrittenSpan))
        {
            return false;
        }

        last.ResetWrittenCount();
        if (json.Length <= MostRemembered)
        {
            last.Write(json);
        }

        this.text.ResetWrittenCount();
        if (!TryRender(json))
        {
            this.text.ResetWrittenCount();
            this.text.Write(json);
        }

        return true;
    }

    private bool TryRender(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Array || !document.RootElement.EnumerateArray().All(IsNamed))
            {
                return false;
            }

            Write("# Tools\n\n## functions\n\nnamespace functions {\n\n");
            foreach (var tool in document.RootElement.EnumerateArray())
            {
                Function(Member(tool, "function") ?? tool);
            }

            Write("} // namespace functions");
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not JSON, or a string with half a surrogate pair: the linter says so, here it is only counted.
            return false;
        }
    }

    private static bool IsNamed(JsonElement tool) => TextOf(Member(Member(tool, "function") ?? tool, "name")).Length > 0;

    private void Function(JsonElement function)
    {
        Comment(Member(function, "description"), 0);
        Write("type ");
        Write(TextOf(Member(function, "name")));
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
            ? list.EnumerateArray().Select(name => TextOf(name)).ToHashSet(StringComparer.Ordinal)
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
                { ValueKind: JsonValueKind.Array } types => string.Join(" | ", types.EnumerateArray().Select(type => TextOf(type))),
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

    private static string TextOf(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;

    private void Write(string text) => Encoding.UTF8.GetBytes(text, this.text);
}
