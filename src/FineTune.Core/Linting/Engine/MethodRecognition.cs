using FineTune.Core.Catalog;
using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Datasets.Lines;
using FineTune.Core.Files;

namespace FineTune.Core.Linting.Engine;

/// <summary>Tells what files without a manifest are for, by their first examples.</summary>
internal static class MethodRecognition
{
    private const int MostLines = 100;

    /// <summary>The method that most of the first examples are for; supervised where none can be read.</summary>
    public static TuningMethod Of(string path, Profile profile, CancellationToken cancellation)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            using var reader = new BlockReader(stream, profile.Limits.MaxLineBytes);
            if (reader.Read(cancellation) is not { } block)
            {
                return TuningMethod.Supervised;
            }
            var method = Of(block, profile);
            reader.Return(block);
            return method;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return TuningMethod.Supervised;
        }
    }

    // One line may be the fault that is looked for: the many decide, and of as many the first.
    private static TuningMethod Of(LineBlock block, Profile profile)
    {
        var (example, start, read) = (new Example(), Utf8Mark.LengthOf(block.Buffer.AsSpan(0, block.Length)), 0);
        var (methods, asked) = (new List<TuningMethod>(), 0);
        while (start < block.Length && read++ < MostLines)
        {
            var rest = block.Buffer.AsSpan(start, block.Length - start);
            var length = rest.IndexOf((byte)'\n') is >= 0 and var newline ? newline : rest.Length;
            example.Start(block.Buffer, start, length, 1, 0);
            if (System.Text.Unicode.Utf8.IsValid(example.Line) && example.Tape.Parse(example.Line) == JsonFault.None && example.Node(0).Kind == JsonKind.Object)
            {
                ExampleReader.Read(example, hasItems: true);
                if (example.Format != ExampleFormat.Unknown)
                {
                    methods.Add(Of(example, profile));
                    asked += IsAsked(example) && HasReference(example, profile) ? 1 : 0;
                }
            }
            start += length + 1;
        }
        // Earlier answers belong to the question where every conversation ends with one: a single line may have lost its answer.
        return asked > 1 && asked == methods.Count ? TuningMethod.Reinforcement
            : methods.Count == 0 ? TuningMethod.Supervised : methods.GroupBy(method => method).MaxBy(group => group.Count())!.Key;
    }

    /// <summary>What a file is for whose first example this is.</summary>
    public static TuningMethod Of(Example example, Profile profile) => example.Format switch
    {
        ExampleFormat.Preference or ExampleFormat.ChosenRejected => TuningMethod.Dpo,
        // Trainers that make the completions themselves read prompts alone.
        ExampleFormat.PromptCompletion when profile.Formats.Contains("prompt_messages") && example.Find(0, "completion"u8) < 0 => TuningMethod.Reinforcement,
        ExampleFormat.PromptCompletion when profile.Methods.Contains(TuningMethod.Completion) || !profile.Formats.Contains("prompt_completion") => TuningMethod.Completion,
        ExampleFormat.GeminiPreference => TuningMethod.Dpo,
        // A profile that is for reinforcement alone gets nothing else: an answer at the end is the fault.
        ExampleFormat.Chat when profile.Methods is [TuningMethod.Reinforcement] => TuningMethod.Reinforcement,
        ExampleFormat.Gemini when IsAsked(example) && example.Find(0, "references"u8) >= 0 => TuningMethod.Reinforcement,
        ExampleFormat.Chat when IsAsked(example) && !HasAnswer(example) && HasReference(example, profile) => TuningMethod.Reinforcement,
        _ => TuningMethod.Supervised,
    };

    private static bool IsAsked(Example example) =>
        example.Format is ExampleFormat.Chat or ExampleFormat.Gemini && example.Conversation is [.., { Role: MessageRole.User or MessageRole.Tool }];

    private static bool HasAnswer(Example example)
    {
        foreach (ref readonly var message in example.Conversation)
        {
            if (message is { Role: MessageRole.Assistant, Calls: false })
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether the line has a key beside those of a conversation: what a grader compares with.</summary>
    private static bool HasReference(Example example, Profile profile)
    {
        foreach (var property in example.Tape.Properties(0))
        {
            if (!profile.KnowsKey(example.Show(property.Name)))
            {
                return true;
            }
        }
        return false;
    }
}
