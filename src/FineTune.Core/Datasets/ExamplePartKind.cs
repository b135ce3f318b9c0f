namespace FineTune.Core.Datasets;

/// <summary>What a part of an example is to a model that reads it.</summary>
internal enum ExamplePartKind : byte
{
    /// <summary>Declared tools: their JSON, or a string that holds it.</summary>
    Tools,

    /// <summary>The beginning of a message.</summary>
    Message,

    /// <summary>A string: content, one of its parts, a refusal.</summary>
    Text,

    /// <summary>Calls of tools, or a result of one that is no text: JSON.</summary>
    Calls,

    /// <summary>An image: what its part says of it.</summary>
    Image,
}
