using System.Text.Json;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;
using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Core.Linting.Tools;

/// <summary>The tools that an example declares, and what is wrong with them.</summary>
internal sealed partial class ToolBox
{
    /// <summary>Keywords of JSON Schema whose value is an object.</summary>
    private static readonly string[] SchemaWords =
    [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies", "items", "additionalItems", "unevaluatedItems", "contains",
        "additionalProperties", "unevaluatedProperties", "propertyNames", "not", "if", "then", "else", "default", "const", "contentSchema",
    ];

    private readonly Dictionary<string, Tool> tools = new(StringComparer.Ordinal);

    private readonly List<ToolFault> faults = [];

    private readonly Example example;

    private readonly bool textAllowed;

    private ToolBox(Example example, bool textAllowed)
    {
        (this.example, this.textAllowed) = (example, textAllowed);
        if (example.Format.HasBlocks())
        {
            ReadBlocks();
        }
        else if (example.Tools >= 0)
        {
            ReadList(example.Tools, "tools", ReadTool);
        }
        if (example.Functions >= 0)
        {
            ReadList(example.Functions, "functions", ReadFunction);
        }
        this.example = null!;
    }

    public IReadOnlyList<ToolFault> Faults => faults;

    public IReadOnlyCollection<string> Names => tools.Keys;

    /// <summary>Whether some tool has no name that could be called.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Reads the tools of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="textAllowed">Whether the list, and the parameters of a tool, may be a string that holds the JSON; it is not judged then.</param>
    public static ToolBox Of(Example example, bool textAllowed = false) => new(example, textAllowed);

    public Tool? Find(string name) => tools.GetValueOrDefault(name);

    private void ReadList(int list, string name, Action<int> read)
    {
        if (example.Node(list).Kind != JsonKind.Array)
        {
            IsBroken = true;
            if (textAllowed && example.Node(list).IsText)
            {
                return;
            }
            Fault(list, $"\"{name}\" is {ValueWords.Of(example, list)}; it must be a list");
            return;
        }
        foreach (var item in example.Tape.Items(list))
        {
            read(item);
        }
    }

    private void ReadTool(int tool)
    {
        if (example.Node(tool).Kind != JsonKind.Object)
        {
            IsBroken = true;
            Fault(tool, $"the tool is {ValueWords.Of(example, tool)}; it must be an object with \"type\" and \"function\"");
            return;
        }
        var (type, function) = (example.Find(tool, "type"u8), example.Find(tool, "function"u8));
        if (type < 0 && function < 0 && example.Find(tool, "name"u8) is >= 0 and var open)
        {
            IsBroken = true;
            Fault(tool, $"the tool {SafeText.Quote(example.Show(open))} lies open; it must be {{\"type\": \"function\", \"function\": {{…}}}}");
            return;
        }
        if (type < 0 || !example.Is(type, "function"u8))
        {
            Fault(type < 0 ? tool : type, type < 0 ? "the tool has no \"type\"; it must be \"function\"" : $"the tool's type is {SafeText.Quote(example.Show(type))}; it must be \"function\"");
        }
        if (function < 0 || example.Node(function).Kind != JsonKind.Object)
        {
            IsBroken = true;
            Fault(function < 0 ? tool : function, function < 0 ? "the tool has no \"function\"" : $"\"function\" is {ValueWords.Of(example, function)}; it must be an object with \"name\"");
            return;
        }
        ReadFunction(function);
    }

    private void ReadFunction(int function)
    {
        var node = example.Node(function).Kind == JsonKind.Object ? example.Find(function, "name"u8) : -1;
        if (node < 0 || !example.Node(node).IsText)
        {
            IsBroken = true;
            Fault(node < 0 ? function : node, "the function has no \"name\"");
            return;
        }
        var name = example.Show(node);
        if (!ToolNames.IsValid(example.RawText(node)))
        {
            Fault(node, $"the function is named {SafeText.Quote(name)}; {ToolNames.Wanted}");
        }
        if (!tools.TryAdd(name, new Tool(ReadParameters(function))))
        {
            Fault(node, $"the function {SafeText.Quote(name)} is declared twice");
        }
    }

    private JsonSchema? ReadParameters(int function)
    {
        var parameters = example.Find(function, "parameters"u8);
        if (parameters < 0)
        {
            return null;
        }
        if (textAllowed && example.Node(parameters).IsText)
        {
            return null;
        }
        return ReadSchema(parameters, "parameters");
    }

    private JsonSchema? ReadSchema(int parameters, string name)
    {
        if (example.Node(parameters).Kind != JsonKind.Object)
        {
            Fault(parameters, $"\"{name}\" is {ValueWords.Of(example, parameters)}; it must be a JSON Schema, an object");
            return null;
        }
        using var document = JsonDocument.Parse(LoneSurrogates.Replace(KeptText.Of(example, parameters)), new JsonDocumentOptions { MaxDepth = JsonTape.MaxDepth + 1 });
        if (JsonSchema.TryRead(document.RootElement, out var schema, out var fault))
        {
            if (ListsProperties(document.RootElement))
            {
                Fault(parameters, $"\"{name}\" lists the properties themselves; it must be {{\"type\": \"object\", \"properties\": {{…}}}}");
                return null;
            }
            return schema;
        }
        Fault(parameters, $"\"{name}\" is not a valid JSON Schema: {fault}");
        return null;
    }

    /// <summary>Whether every key is unknown to JSON Schema and names a schema, as the properties of an object do.</summary>
    private static bool ListsProperties(JsonElement parameters)
    {
        var any = false;
        foreach (var property in parameters.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object || !property.Value.TryGetProperty("type"u8, out _) || SchemaWords.Contains(property.Name))
            {
                return false;
            }
            any = true;
        }
        return any;
    }

    private void Fault(int node, string message) => faults.Add(new ToolFault(node, message));
}
