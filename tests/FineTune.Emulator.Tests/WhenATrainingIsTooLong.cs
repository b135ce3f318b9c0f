using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Tests;

public sealed class WhenATrainingIsTooLong
{
    [Theory]
    [InlineData(3, false)]
    [InlineData(12, true)]
    public void ItOverfits(int epochs, bool overfits)
    {
        const int Steps = 240;
        var curves = Enumerable.Range(1, 50).Select(seed => new TrainingCurve(Job(seed), Steps, epochs));

        curves.ShouldAllBe(curve => curve.FullValidLoss(Steps) >= 1.5 * curve.TrainLoss(Steps) == overfits);
    }

    private static StoredJob Job(int seed) => new()
    {
        Id = $"ftjob-{seed}",
        Sequence = seed,
        CreatedAt = 0,
        Model = "gpt-4.1-mini-2025-04-14",
        TrainingFile = "file-1",
        Seed = seed,
        Method = "supervised",
        Speed = 1,
    };
}
