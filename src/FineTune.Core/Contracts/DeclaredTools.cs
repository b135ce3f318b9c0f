using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Conversions;
using FineTune.Core.Conversions.Formats;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Identity;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace FineTune.Core.Contracts;

/// <summary>Reads the tools of an example, whatever its format, in the form of chat completions; what is no tool with a name is left out.</summary>
internal static class DeclaredTools
{
    // Deeper ones could not be read back inside of a list.
    private const int MostDepth = JsonTape.MaxDepth - 2;

    /// <summary>The tools, in their order.</summary>
    public static IReadOnlyList<DeclaredTool> Of(Example example)
    {
        var tools = new List<DeclaredTool>();
        foreach (var text in TextsOf(example))
        {
            if (Read(text) is { } tool)
            {
                tools.Add(tool);
            }
        }
        return tools;
    }

    private static IEnumerable<byte[]> TextsOf(Example example)
    {
        if (example.Format == ExampleFormat.Converse)
        {
            return Items(example, example.Find(0, "toolConfig"u8) is >= 0 and var config ? example.Find(config, "tools"u8) : -1).Select(item => HostedTools.OfConverse(item));
        }
        if (example.Format.IsGemini())
        {
            return Items(example, example.Tools).SelectMany(item => HostedTools.OfGemini(item));
        }
        var listed = example.Tools >= 0 && example.Node(example.Tools).IsText ? InText(example) : Items(example, example.Tools);
        return [.. listed.Select(Wrapped), .. Items(example, example.Functions).Select(Wrapped)];
    }

    private static List<byte[]> Items(Example example, int list)
    {
        var items = new List<byte[]>();
        if (list >= 0 && example.Node(list).Kind == JsonKind.Array)
        {
            foreach (var item in example.Tape.Items(list))
            {
                items.Add(LoneSurrogates.Replace(KeptText.Of(example, item)));
            }
        }
        return items;
    }

    /// <summary>The tools of a list that is kept as text, as trainers keep it in a column.</summary>
    private static List<byte[]> InText(Example example)
    {
        var items = new List<byte[]>();
        var tape = new JsonTape();
        if (ToolsText.Declarations(example, example.Tools) is { Length: > 0 } list && System.Text.Unicode.Utf8.IsValid(list) && tape.Parse(list) == JsonFault.None)
        {
            foreach (var item in tape.Items(0))
            {
                items.Add(LoneSurrogates.Replace(list.AsSpan(tape[item].Start..tape[item].End)));
            }
        }
        return items;
    }

    /// <summary>A function that lies open, as the older <c>functions</c> do, with what the hosts want around it.</summary>
    private static byte[] Wrapped(byte[] item)
    {
        var tape = new JsonTape();
        return tape.Parse(item) == JsonFault.None && tape.Find(item, 0, "function"u8) < 0 && tape.Find(item, 0, "name"u8) >= 0
            ? [.. "{\"type\": \"function\", \"function\": "u8, .. item, .. "}"u8]
            : item;
    }

    private static DeclaredTool? Read(byte[] text)
    {
        try
        {
            if (text.Length == 0 || JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = MostDepth }) is not JsonObject tool
                || tool["function"] is not JsonObject function || function["name"] is not JsonValue named || named.GetValueKind() != JsonValueKind.String)
            {
                return null;
            }
            return new DeclaredTool(named.GetValue<string>(), JsonText.OnOneLine(text), ContractKey.Of(Encoding.UTF8.GetBytes(CanonicalJson.Compact(tool))));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            // Too deep, or with a name that stands there twice: which of the two counts, only a host knows.
            return null;
        }
    }
}
