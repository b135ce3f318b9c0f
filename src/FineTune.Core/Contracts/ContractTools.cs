using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Contracts;

/// <summary>The tools of a contract by name. A lock is read like any input: what is no tool is left out.</summary>
internal static class ContractTools
{
    /// <summary>The JSON of each, in the one form that equal values share, by its name; none where the text holds none.</summary>
    public static IReadOnlyDictionary<string, string> Of(Contract contract)
    {
        var tools = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tool in Parse(contract.Tools) as JsonArray ?? [])
        {
            if (NameOf(tool) is { } name)
            {
                tools.TryAdd(name, CanonicalOf(tool));
            }
        }
        return tools;
    }

    /// <summary>JSON in the one form that equal values share; the text itself where it is none.</summary>
    public static string? Canonical(string? json) => Parse(json) is { } node ? CanonicalOf(node) : json;

    private static string? NameOf(JsonNode? tool)
    {
        try
        {
            return tool is JsonObject && tool["function"] is JsonObject function && function["name"] is JsonValue name && name.GetValueKind() == JsonValueKind.String ? name.GetValue<string>() : null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string CanonicalOf(JsonNode? node)
    {
        try
        {
            return CanonicalJson.Compact(node);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return node!.ToJsonString();
        }
    }

    private static JsonNode? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
