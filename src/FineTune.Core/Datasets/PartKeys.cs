namespace FineTune.Core.Datasets;

/// <summary>The keys of content parts, of all formats, that say what they hold.</summary>
internal static class PartKeys
{
    /// <summary>What a part holds under a key; null for a key that says nothing of it.</summary>
    public static ExamplePartKind? KindOf(ReadOnlySpan<byte> key) => key.Length switch
    {
        4 when key.SequenceEqual("text"u8) => ExamplePartKind.Text,
        4 => null,
        5 when key.SequenceEqual("image"u8) => ExamplePartKind.Image,
        7 when key.SequenceEqual("refusal"u8) => ExamplePartKind.Text,
        7 when key.SequenceEqual("toolUse"u8) => ExamplePartKind.Calls,
        8 when key.SequenceEqual("fileData"u8) => ExamplePartKind.Image,
        9 when key.SequenceEqual("image_url"u8) || key.SequenceEqual("file_data"u8) => ExamplePartKind.Image,
        10 when key.SequenceEqual("inlineData"u8) => ExamplePartKind.Image,
        10 when key.SequenceEqual("toolResult"u8) => ExamplePartKind.Calls,
        11 when key.SequenceEqual("inline_data"u8) => ExamplePartKind.Image,
        12 when key.SequenceEqual("functionCall"u8) => ExamplePartKind.Calls,
        13 when key.SequenceEqual("function_call"u8) => ExamplePartKind.Calls,
        16 when key.SequenceEqual("functionResponse"u8) => ExamplePartKind.Calls,
        17 when key.SequenceEqual("function_response"u8) => ExamplePartKind.Calls,
        _ => null,
    };
}
