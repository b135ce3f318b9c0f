using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Tools;

/// <content>The tools of Converse, <c>toolConfig</c>, and of Gemini, <c>functionDeclarations</c>.</content>
internal sealed partial class ToolBox
{
    /// <summary>The node that holds the declared tools; -1 for none.</summary>
    public static int DeclarationsOf(Example example) => example.Format == ExampleFormat.Converse ? example.Find(0, "toolConfig"u8) : example.Tools;

    private void ReadBlocks()
    {
        var node = DeclarationsOf(example);
        if (node < 0)
        {
            return;
        }
        if (example.Format == ExampleFormat.Converse)
        {
            ReadToolConfig(node);
        }
        else if (ItemsOf(node, "tools") is { } items)
        {
            items.ForEach(ReadDeclarations);
        }
    }

    private void ReadToolConfig(int config)
    {
        var tools = example.Node(config).Kind == JsonKind.Object ? example.Find(config, "tools"u8) : -1;
        if (tools < 0)
        {
            IsBroken = true;
            Fault(config, example.Node(config).Kind == JsonKind.Object
                ? "\"toolConfig\" has no \"tools\""
                : $"\"toolConfig\" is {ValueWords.Of(example, config)}; it must be an object with \"tools\"");
            return;
        }
        if (ItemsOf(tools, "tools") is not { } items)
        {
            return;
        }
        if (items.Count == 0)
        {
            Fault(tools, "\"toolConfig\" declares no tools; leave it out where there are none");
        }
        items.ForEach(ReadToolSpec);
    }

    private void ReadToolSpec(int tool)
    {
        var spec = example.Find(tool, "toolSpec"u8);
        if (spec < 0)
        {
            IsBroken = true;
            if (example.Find(tool, "cachePoint"u8) < 0 && example.Find(tool, "systemTool"u8) < 0)
            {
                Fault(tool, "the tool has no \"toolSpec\"; it must be {\"toolSpec\": {\"name\": …, \"inputSchema\": {\"json\": {…}}}}");
            }
            return;
        }
        var schema = example.Find(spec, "inputSchema"u8) is >= 0 and var input ? example.Find(input, "json"u8) : -1;
        if (schema < 0 && example.Node(spec).Kind == JsonKind.Object)
        {
            Fault(spec, "the tool has no \"inputSchema\" with \"json\", the JSON Schema of its input");
        }
        Declare(spec, schema < 0 ? null : ReadSchema(schema, "json"));
    }

    private void ReadDeclarations(int tool)
    {
        var declarations = BlockCalls.Either(example, tool, "functionDeclarations"u8, "function_declarations"u8);
        if (declarations >= 0 && ItemsOf(declarations, "functionDeclarations") is { } items)
        {
            // Their schemas have the types of OpenAPI in capitals, which JSON Schema does not know.
            items.ForEach(item => Declare(item, null));
            return;
        }
        IsBroken = true;
        if (example.Node(tool).Kind != JsonKind.Object)
        {
            Fault(tool, $"the tool is {ValueWords.Of(example, tool)}; it must be an object with \"functionDeclarations\"");
        }
        else if (example.Find(tool, "function"u8) >= 0 || example.Find(tool, "name"u8) >= 0)
        {
            Fault(tool, "the tool has no \"functionDeclarations\"; it must be {\"functionDeclarations\": [{\"name\": …, \"parameters\": {…}}]}");
        }
    }

    private void Declare(int function, JsonSchemas.JsonSchema? parameters)
    {
        var name = example.Node(function).Kind == JsonKind.Object ? example.Find(function, "name"u8) : -1;
        if (name < 0 || !example.Node(name).IsText || example.RawText(name).IsEmpty)
        {
            IsBroken = true;
            Fault(name < 0 ? function : name, "the tool has no \"name\"");
        }
        else if (!tools.TryAdd(example.Show(name), new Tool(parameters)))
        {
            Fault(name, $"the tool {SafeText.Quote(example.Show(name))} is declared twice");
        }
    }

    /// <summary>The items of a list; null where it is none, which is a fault.</summary>
    private List<int>? ItemsOf(int list, string name)
    {
        if (example.Node(list).Kind != JsonKind.Array)
        {
            IsBroken = true;
            Fault(list, $"\"{name}\" is {ValueWords.Of(example, list)}; it must be a list");
            return null;
        }
        var items = new List<int>();
        foreach (var item in example.Tape.Items(list))
        {
            items.Add(item);
        }
        return items;
    }
}
