using System.Text.Json;
using FineTune.Core.Counting;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>The numbers that a job trains with; what was left to the service is chosen by the size of the data.</summary>
internal sealed record Hyperparameters(int Epochs, int BatchSize, double LearningRate)
{
    /// <summary>Steps of the whole training.</summary>
    public int Steps(long examples) => Epochs * StepsPerEpoch(examples);

    /// <summary>Steps of one epoch.</summary>
    public int StepsPerEpoch(long examples) => (int)Math.Max(1, (examples + BatchSize - 1) / BatchSize);

    public static Hyperparameters Of(StoredJob job, long examples) => new(
        (int?)Number(job, "n_epochs") ?? DefaultEpochs.For(examples),
        (int?)Number(job, "batch_size") ?? (int)Math.Clamp(Math.Round(examples * 0.002), 1, 256),
        Number(job, "learning_rate_multiplier") ?? 1.8);

    /// <summary>A number as it was sent; null where it was left out or is a word.</summary>
    public static double? Number(StoredJob job, string name) =>
        job.MethodSettings is { } settings
        && BodyFields.Value(settings, "hyperparameters") is { } given
        && BodyFields.Value(given, name) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : null;
}
