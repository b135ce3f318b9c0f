using System.Text.Json.Nodes;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>The checkpoints of a job: the ends of its last three epochs.</summary>
internal static class JobCheckpoints
{
    private const int Kept = 3;

    /// <summary>The steps at which a job keeps a checkpoint, ascending.</summary>
    public static IEnumerable<int> StepsOf(JobTimeline timeline)
    {
        var epochs = timeline.Hyperparameters.Epochs;
        var perEpoch = timeline.Steps / epochs;
        return Enumerable.Range(Math.Max(1, epochs - Kept + 1), Math.Min(epochs, Kept)).Select(epoch => epoch * perEpoch);
    }

    /// <summary>What there is at a time, newest first.</summary>
    public static IReadOnlyList<JsonObject> Until(StoredJob job, long now)
    {
        if (job.Check is not { ErrorCode: null })
        {
            return [];
        }
        var timeline = new JobTimeline(job);
        var end = timeline.EndedAt(now) ?? now;
        var metrics = new StepMetrics(job, timeline);
        return [.. StepsOf(timeline).Where(step => timeline.StepAt(step) <= end).Reverse().Select(step => Of(job, step, timeline.StepAt(step), metrics))];
    }

    private static JsonObject Of(StoredJob job, int step, long at, StepMetrics metrics)
    {
        var figures = metrics.Of(step);
        figures.Remove("total_steps");
        return new JsonObject
        {
            ["object"] = "fine_tuning.job.checkpoint",
            ["id"] = Identifier.Derive("ftckpt_", 24, $"{job.Id}\n{step}"),
            ["created_at"] = at / 1000,
            ["fine_tuned_model_checkpoint"] = TunedModels.CheckpointOf(job, step),
            ["fine_tuning_job_id"] = job.Id,
            ["metrics"] = figures,
            ["step_number"] = step,
        };
    }
}
