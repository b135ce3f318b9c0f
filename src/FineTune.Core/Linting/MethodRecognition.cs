using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting;

/// <summary>Tells what files without a manifest are for, by their first example.</summary>
internal static class MethodRecognition
{
    /// <summary>The method of the first example that can be read; supervised where none can.</summary>
    public static TuningMethod Of(string path, Profile profile, CancellationToken cancellation)
    {
        try
        {
            using var stream = DataFile.Open(path);
            using var reader = new BlockReader(stream, profile.Limits.MaxLineBytes);
            return reader.Read(cancellation) is { } block ? Of(block, profile) : TuningMethod.Supervised;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return TuningMethod.Supervised;
        }
    }

    private static TuningMethod Of(LineBlock block, Profile profile)
    {
        var (example, start) = (new Example(), ByteOrderMarks.LengthOf(block.Buffer.AsSpan(0, block.Length)));
        while (start < block.Length)
        {
            var rest = block.Buffer.AsSpan(start, block.Length - start);
            var length = rest.IndexOf((byte)'\n') is >= 0 and var newline ? newline : rest.Length;
            example.Start(block.Buffer, start, length, 1, 0);
            if (System.Text.Unicode.Utf8.IsValid(example.Line) && example.Tape.Parse(example.Line) == JsonFault.None && example.Node(0).Kind == JsonKind.Object)
            {
                ExampleReader.Read(example);
                return Of(example, profile);
            }
            start += length + 1;
        }
        return TuningMethod.Supervised;
    }

    private static TuningMethod Of(Example example, Profile profile) => example.Format switch
    {
        ExampleFormat.Preference => TuningMethod.Dpo,
        ExampleFormat.PromptCompletion => TuningMethod.Completion,
        ExampleFormat.Chat when example.Conversation is [.., { Role: MessageRole.User }] && HasReference(example, profile) => TuningMethod.Reinforcement,
        _ => TuningMethod.Supervised,
    };

    /// <summary>Whether the line has a key beside those of a conversation: what a grader compares with.</summary>
    private static bool HasReference(Example example, Profile profile)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            if (!profile.TopLevelKeys.Contains(example.Show(property.Name)))
            {
                return true;
            }
        }
        return false;
    }
}
