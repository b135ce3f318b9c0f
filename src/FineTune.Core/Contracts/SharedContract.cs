using System.Text;
using System.Text.Json.Nodes;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Lockfile;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace FineTune.Core.Contracts;

/// <summary>Turns what was counted into the contract: the texts are read again where they first stand, since only keys were kept.</summary>
/// <param name="read">Reads an example again; null where it is no longer what it was.</param>
/// <param name="mask">Takes the secrets out of a text.</param>
internal sealed class SharedContract(Func<ExamplePlace, Example?> read, Func<byte[], byte[]> mask)
{
    /// <summary>The contract; an empty one where the examples have nothing in common.</summary>
    public Contract Of(ContractTally tally) => new()
    {
        SystemPrompt = tally.Prompts.Shared(tally.Examples) is { } prompt ? PromptAt(prompt.First, prompt.Key) : null,
        Tools = ToolsOf(tally.Tools),
        ResponseFormat = tally.Formats.Shared(tally.Examples) is { } format ? FormatAt(format.First, format.Key) : null,
    };

    /// <summary>A response format that the manifest has.</summary>
    public static string? FormatOf(JsonNode? declared, Func<byte[], byte[]> mask) => declared is JsonObject format ? JsonOf(mask(WrittenJson.Of(format))) : null;

    private string? PromptAt(ExamplePlace place, UInt128 key)
    {
        var text = read(place) is { } example ? new OpeningText().Of(example) : default;
        return !text.IsEmpty && ContractKey.Of(text) == key ? Encoding.UTF8.GetString(mask(text.ToArray())) : null;
    }

    private string? FormatAt(ExamplePlace place, UInt128 key) =>
        read(place) is { } example && DeclaredFormat.Of(example) is { } format && format.Key == key ? JsonOf(mask(format.Text)) : null;

    private string? ToolsOf(ToolTable tools)
    {
        var texts = new List<string>();
        IReadOnlyList<DeclaredTool> here = [];
        ExamplePlace? last = null;
        foreach (var tool in tools.Sound)
        {
            if (tool.First != last)
            {
                (last, here) = (tool.First, read(tool.First) is { } example ? DeclaredTools.Of(example) : []);
            }
            if (here.FirstOrDefault(declared => declared.Name == tool.Name && declared.Key == tool.Key) is { } found && JsonOf(mask(found.Text)) is { } text)
            {
                texts.Add(text);
            }
        }
        return texts.Count == 0 ? null : $"[{string.Join(", ", texts)}]";
    }

    private static string? JsonOf(byte[] text) => new JsonTape().Parse(text) == JsonFault.None ? Encoding.UTF8.GetString(text) : null;
}
