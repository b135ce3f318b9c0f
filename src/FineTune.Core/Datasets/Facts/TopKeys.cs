using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets.Facts;

/// <summary>The keys of a line beside its messages.</summary>
/// <param name="Names">Hash of all names, whatever their order.</param>
/// <param name="Given">Hash of those that the model is given: a system prompt, pictures, documents; 0 for none.</param>
/// <param name="Label">Hash of a label, true or false, that says whether the answer is a good one; 0 for none.</param>
/// <param name="Beside">Hash of all others that name nothing, as a reference answer does; 0 for none.</param>
internal readonly record struct TopKeys(ulong Names, ulong Given, ulong Label, ulong Beside)
{
    public static TopKeys Of(Example example, Scratch scratch)
    {
        var (names, given, label, beside) = (0UL, 0UL, 0UL, 0UL);
        foreach (var property in example.Tape.Properties(0))
        {
            var name = example.Text(property.Name, scratch);
            var hash = ContentHash.OfBytes(name);
            names += hash;
            if (name.SequenceEqual("messages"u8) || name.SequenceEqual("tools"u8) || example.Node(property.Value).Kind == JsonKind.Null)
            {
                continue;
            }
            if (IsGiven(name))
            {
                given += ContentHash.Combine(hash, ContentHash.Of(example, property.Value, scratch));
            }
            else if (example.Node(property.Value).Kind is JsonKind.True or JsonKind.False && (name.SequenceEqual("label"u8) || name.SequenceEqual("kto_tag"u8)))
            {
                label += ContentHash.Combine(hash, ContentHash.Of(example, property.Value, scratch));
            }
            else if (example.Format == ExampleFormat.Chat && !IsName(name))
            {
                beside += ContentHash.Combine(hash, ContentHash.Of(example, property.Value, scratch));
            }
        }
        return new TopKeys(names, given, label, beside);
    }

    private static bool IsGiven(ReadOnlySpan<byte> name) => name.Length is >= 5 and <= 18
        && (name.SequenceEqual("system"u8) || name.SequenceEqual("systemInstruction"u8) || name.SequenceEqual("system_instruction"u8) || name.SequenceEqual("toolConfig"u8)
            || name.SequenceEqual("image"u8) || name.SequenceEqual("images"u8) || name.SequenceEqual("video"u8) || name.SequenceEqual("videos"u8)
            || name.SequenceEqual("audio"u8) || name.SequenceEqual("audios"u8) || name.SequenceEqual("documents"u8));

    /// <summary>Whether a key names or numbers the line.</summary>
    private static bool IsName(ReadOnlySpan<byte> name) =>
        name.EndsWith("id"u8) || name.EndsWith("Id"u8) || name.EndsWith("ID"u8) || name.SequenceEqual("functions"u8) || name.SequenceEqual("index"u8) || name.SequenceEqual("epoch_instance"u8)
        || name.StartsWith("__index_level"u8) || name.StartsWith("Unnamed: "u8);
}
