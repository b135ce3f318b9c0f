namespace FineTune.Core.Lockfile;

/// <summary>What the checkpoints of a version say about its training.</summary>
internal sealed record LossCurve
{
    // OpenAI's names, with the whole validation file first, then Azure's and Hugging Face's.
    private static readonly string[] ValidationLosses = ["full_valid_loss", "valid_loss", "validation_loss", "eval_loss"];
    private static readonly string[] TrainingLosses = ["train_loss", "training_loss", "loss"];
    private static readonly string[] Rewards = ["full_valid_mean_reward", "valid_reward_mean", "valid_mean_reward"];

    private LossCurve()
    {
    }

    /// <summary>The checkpoint with the lowest validation loss, or the highest validation reward; of equals the earliest. Null where none was validated.</summary>
    public LockedCheckpoint? Best { get; private init; }

    /// <summary>Whether the last checkpoint learned its examples by heart; null where it did not, or nobody can tell.</summary>
    public Overfit? Overfit { get; private init; }

    /// <summary>Reads the metrics of a version's checkpoints.</summary>
    public static LossCurve Of(LockedVersion version)
    {
        var steps = version.Checkpoints.OrderBy(checkpoint => checkpoint.Step).ToList();
        return new LossCurve
        {
            Best = Lowest(steps, ValidationLosses, 1) ?? Lowest(steps, Rewards, -1),
            Overfit = OverfitOf([.. steps.Select(Ratio)], steps),
        };
    }

    /// <summary>Validation loss of a checkpoint; null where it was not validated.</summary>
    public static double? ValidationLoss(LockedCheckpoint checkpoint) => Find(checkpoint, ValidationLosses);

    /// <summary>Training loss of a checkpoint; null where the host tells none.</summary>
    public static double? TrainingLoss(LockedCheckpoint checkpoint) => Find(checkpoint, TrainingLosses);

    // Only checkpoints of one measure can be compared: the first name that all of them have, else that any has.
    private static LockedCheckpoint? Lowest(List<LockedCheckpoint> steps, string[] names, int sign)
    {
        var name = names.FirstOrDefault(name => steps.All(checkpoint => checkpoint.Metrics.ContainsKey(name)))
            ?? names.FirstOrDefault(name => steps.Any(checkpoint => checkpoint.Metrics.ContainsKey(name)));
        return name is null ? null : steps.Where(checkpoint => checkpoint.Metrics.ContainsKey(name)).MinBy(checkpoint => sign * checkpoint.Metrics[name]);
    }

    private static Overfit? OverfitOf(double?[] ratios, List<LockedCheckpoint> steps)
    {
        if (ratios is not [.., { } last] || last < Overfit.LikelyFrom)
        {
            return null;
        }
        var since = ratios.Length - 1;
        while (since > 0 && ratios[since - 1] >= Overfit.LikelyFrom)
        {
            since--;
        }
        return new Overfit(last, steps[since].Step);
    }

    private static double? Ratio(LockedCheckpoint checkpoint) =>
        ValidationLoss(checkpoint) is { } validation && TrainingLoss(checkpoint) is { } training and > 0 ? validation / training : null;

    private static double? Find(LockedCheckpoint checkpoint, string[] names)
    {
        foreach (var name in names)
        {
            if (checkpoint.Metrics.TryGetValue(name, out var value))
            {
                return value;
            }
        }
        return null;
    }
}
