namespace FineTune.Core.Datasets.Json;

/// <summary>One value, or one property name, of a line: where it stands in the line's bytes and where its sibling is.</summary>
internal struct JsonNode
{
    /// <summary>Offset of the first byte: the opening quote, brace or bracket included.</summary>
    public int Start;

    /// <summary>Offset after the last byte.</summary>
    public int End;

    /// <summary>Index of the node after this one and all that it holds.</summary>
    public int Next;

    public JsonKind Kind;

    public StringTraits Traits;

    public readonly bool IsText => Kind == JsonKind.String;

    public readonly int Length => End - Start;
}
