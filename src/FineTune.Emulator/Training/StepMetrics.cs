using System.Globalization;
using System.Text.Json.Nodes;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>The figures of one step, in the words of the job's method.</summary>
internal sealed class StepMetrics(StoredJob job, JobTimeline timeline)
{
    private readonly TrainingCurve curve = new(job, timeline.Steps, timeline.Hyperparameters.Epochs);

    public TrainingCurve Curve => curve;

    public bool HasValidation => job.ValidationFile is not null;

    public JsonObject Of(int step)
    {
        var metrics = new JsonObject { ["step"] = step, ["total_steps"] = timeline.Steps };
        if (job.Method == "reinforcement")
        {
            metrics["train_mean_reward"] = curve.Reward(step, validation: false);
            metrics["valid_mean_reward"] = curve.Reward(step, validation: true);
            return metrics;
        }
        metrics["train_loss"] = curve.TrainLoss(step);
        metrics["train_mean_token_accuracy"] = curve.TrainAccuracy(step);
        if (HasValidation)
        {
            metrics["valid_loss"] = curve.ValidLoss(step);
            metrics["valid_mean_token_accuracy"] = curve.ValidAccuracy(step);
            if (IsEndOfEpoch(step))
            {
                metrics["full_valid_loss"] = curve.FullValidLoss(step);
                metrics["full_valid_mean_token_accuracy"] = curve.FullValidAccuracy(step);
            }
        }
        return metrics;
    }

    public string Sentence(int step) => job.Method == "reinforcement"
        ? $"Step {step}/{timeline.Steps}: mean reward={Figure(curve.Reward(step, validation: false))}"
        : $"Step {step}/{timeline.Steps}: training loss={Figure(curve.TrainLoss(step))}"
            + (HasValidation ? $", validation loss={Figure(curve.ValidLoss(step))}" : "");

    public bool IsEndOfEpoch(int step) => step % Math.Max(1, timeline.Steps / timeline.Hyperparameters.Epochs) == 0;

    private static string Figure(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
