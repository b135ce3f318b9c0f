using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Datasets.Json;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace FineTune.Core.Contracts;

/// <summary>The tools of hosts with an API of their own, in the form of chat completions.</summary>
internal static class HostedTools
{
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = JsonTape.MaxDepth };

    /// <summary>A <c>toolSpec</c> of Converse; empty where it is none.</summary>
    public static byte[] OfConverse(byte[] item) =>
        Parse(item) is JsonObject tool && tool["toolSpec"] is JsonObject spec ? Function(spec, (spec["inputSchema"] as JsonObject)?["json"]) : [];

    /// <summary>The <c>functionDeclarations</c> of one of Gemini's tools.</summary>
    public static IEnumerable<byte[]> OfGemini(byte[] item)
    {
        if (Parse(item) is JsonObject tool && (tool["functionDeclarations"] ?? tool["function_declarations"]) is JsonArray declarations)
        {
            foreach (var declaration in declarations.OfType<JsonObject>())
            {
                yield return Function(declaration, declaration["parametersJsonSchema"] ?? GeminiSchema.AsJsonSchema(declaration["parameters"]));
            }
        }
    }

    private static byte[] Function(JsonObject declared, JsonNode? parameters)
    {
        var function = new JsonObject { ["name"] = declared["name"]?.DeepClone() };
        if (declared["description"] is { } description)
        {
            function["description"] = description.DeepClone();
        }
        if (parameters is not null)
        {
            function["parameters"] = parameters.DeepClone();
        }
        if (declared["strict"] is { } strict)
        {
            function["strict"] = strict.DeepClone();
        }
        return WrittenJson.Of(new JsonObject { ["type"] = "function", ["function"] = function });
    }

    private static JsonNode? Parse(byte[] item)
    {
        try
        {
            var node = JsonNode.Parse(item, documentOptions: Depth);
            // A name that stands there twice shows only when it is looked for.
            _ = node?.DeepClone();
            return node;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
