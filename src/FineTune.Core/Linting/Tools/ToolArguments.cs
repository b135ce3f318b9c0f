using System.Text.Json;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Linting.Diagnosis;

namespace FineTune.Core.Linting.Tools;

/// <summary>The arguments of a call: a string that holds a JSON object.</summary>
internal static class ToolArguments
{
    /// <summary>A double needs fewer digits.</summary>
    private const int LongestNumber = 1024;

    /// <summary>Whether the text is a JSON string that holds an object, instead of the object.</summary>
    public static bool IsEncodedTwice(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '"' || !TryParse(text, out var tape) || tape[0].Kind != JsonKind.String)
        {
            return false;
        }
        var inner = new Scratch().Decode(text[(tape[0].Start + 1)..(tape[0].End - 1)]);
        return TryParse(inner, out var innerTape) && innerTape[0].Kind == JsonKind.Object;
    }

    /// <summary>What keeps the text from being a JSON object, as the end of a sentence; null where nothing does.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> text, JsonTape tape)
    {
        var fault = tape.Parse(text);
        return fault.Kind switch
        {
            JsonFaultKind.TooDeep => "lie too deep",
            JsonFaultKind.Syntax when text.IndexOfAnyExcept(" \t\r\n"u8) < 0 => "are empty; a call without any has \"{}\"",
            JsonFaultKind.Syntax => $"are not JSON: at character {fault.Offset + 1}, {JsonCause.Find(text, fault.Offset).Message}",
            _ => tape[0].Kind == JsonKind.Object ? null : $"are {(tape[0].Kind == JsonKind.Array ? "a list" : "no object")}; they must be a JSON object",
        };
    }

    /// <summary>The arguments as JSON; null where they are no object, or have a number that nobody computes with.</summary>
    public static JsonDocument? Parse(Example example, int node, Scratch scratch)
    {
        var isText = example.Node(node).IsText;
        var json = isText ? example.Text(node, scratch) : example.Raw(node);
        if (!TryParse(json, out var tape) || tape[0].Kind != JsonKind.Object || HasLongNumber(tape))
        {
            return null;
        }
        return JsonDocument.Parse(LoneSurrogates.Replace(json), new JsonDocumentOptions { MaxDepth = JsonTape.MaxDepth + 1 });
    }

    private static bool HasLongNumber(JsonTape tape)
    {
        for (var i = 0; i < tape.Count; i++)
        {
            if (tape[i].Kind == JsonKind.Number && tape[i].Length > LongestNumber)
            {
                return true;
            }
        }
        return false;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out JsonTape tape) => (tape = new JsonTape()).Parse(text) == JsonFault.None;
}
