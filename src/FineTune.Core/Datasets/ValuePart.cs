namespace FineTune.Core.Datasets;

/// <summary>LLaMA-Factory's v1 form of a content part: <c>type</c> and, whatever the type, <c>value</c>.</summary>
internal static class ValuePart
{
    /// <summary>Node of the value; -1 for a part of another form.</summary>
    public static int ValueOf(Example example, int part) =>
        example.Find(part, "type"u8) >= 0 && example.Find(part, "text"u8) < 0 && example.Find(part, "image_url"u8) < 0 ? example.Find(part, "value"u8) : -1;

    /// <summary>What a part of the form holds.</summary>
    public static ExamplePartKind KindOf(Example example, int part) => example.Find(part, "type"u8) switch
    {
        var type when example.Is(type, "text"u8) || example.Is(type, "reasoning"u8) => ExamplePartKind.Text,
        var type when example.Is(type, "tool_call"u8) => ExamplePartKind.Calls,
        _ => ExamplePartKind.Image,
    };
}
