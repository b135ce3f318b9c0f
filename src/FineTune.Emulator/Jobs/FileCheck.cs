using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Emulator.Chat;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Jobs;

/// <summary>Checks the files of a job as the service does before it trains.</summary>
internal sealed class FileCheck(EmulatorState state)
{
    private readonly Profile profile = ProfileCatalog.Find("openai")!;

    public StoredCheck Run(StoredJob job, CancellationToken cancellation)
    {
        var minimum = profile.Limits.MinExamples ?? 1;
        long examples = 0;
        long tokens = 0;
        foreach (var (line, number) in File.ReadLines(state.Contents.PathOf(job.TrainingFile)).Select((line, index) => (line, index + 1)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsObject(line))
            {
                return new StoredCheck
                {
                    At = 0,
                    ErrorCode = "invalid_training_file",
                    ErrorParam = "training_file",
                    ErrorMessage = $"The job failed due to an invalid training file. Invalid file format. Line {number} is not a JSON object",
                };
            }
            examples++;
            tokens += Words.Count(line);
        }
        return examples >= minimum ? new StoredCheck { At = 0, Examples = examples, Tokens = tokens } : new StoredCheck
        {
            At = 0,
            ErrorCode = "invalid_n_examples",
            ErrorParam = "training_file",
            ErrorMessage = $"Training file has {examples} example(s), but must have at least {minimum} examples",
        };
    }

    private static bool IsObject(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
