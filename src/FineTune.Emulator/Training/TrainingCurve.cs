using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>Figures of a training that look like one: the loss falls, the accuracy rises, with noise that is the same for the same job.</summary>
/// <param name="job">The job.</param>
/// <param name="steps">Steps of the whole training.</param>
/// <param name="epochs">Epochs of it; from the fifth on the examples are learned by heart.</param>
internal sealed class TrainingCurve(StoredJob job, int steps, int epochs)
{
    private const double FirstLoss = 2.4;
    private const double LastLoss = 0.35;
    private const double FirstAccuracy = 0.52;
    private const double LastAccuracy = 0.93;
    private const double Decay = 4;
    private const double Gap = 0.1;
    private const int SoundEpochs = 4;
    private const double RisePerEpoch = 0.06;

    private readonly ulong seed = Hash(job.Id, (ulong)job.Seed);

    public double TrainLoss(int step) => Round(Fall(step, FirstLoss, LastLoss) * (1 + 0.12 * Noise(step, 1)));

    public double TrainAccuracy(int step) => Round(Accuracy(step, 0.02, 2));

    public double ValidLoss(int step) => Round(Validation(step) * (1 + 0.08 * Noise(step, 3)));

    public double ValidAccuracy(int step) => Round(Accuracy(step, 0.015, 4) - 0.02);

    public double FullValidLoss(int step) => Round(Validation(step));

    public double FullValidAccuracy(int step) => Round(Accuracy(step, 0, 5) - 0.02);

    public double Reward(int step, bool validation) =>
        Round(Math.Clamp(0.25 + 0.55 * (1 - Remaining(step)) + 0.03 * Noise(step, validation ? 7UL : 6UL), 0, 1));

    private double Remaining(int step) => Math.Exp(-Decay * step / steps);

    private double Fall(int step, double from, double to) => to + (from - to) * Remaining(step);

    private double Validation(int step) => Fall(step, FirstLoss + Gap, LastLoss + Gap) + RisePerEpoch * Math.Max(0, (double)step * epochs / steps - SoundEpochs);

    private double Accuracy(int step, double noise, ulong column) =>
        Math.Clamp(LastAccuracy - (LastAccuracy - FirstAccuracy) * Remaining(step) + noise * Noise(step, column), 0, 0.999);

    private static double Round(double value) => Math.Round(value, 5);

    // From -1 to 1.
    private double Noise(int step, ulong column) => (Mix(seed ^ Mix((ulong)step * 31 + column)) >> 11) * (2.0 / (1UL << 53)) - 1;

    private static ulong Hash(string text, ulong start) => text.Aggregate(start, (hash, c) => Mix(hash ^ c));

    // The finalizer of splitmix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
