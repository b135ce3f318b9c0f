using System.Globalization;
using System.Text.Json.Nodes;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Jobs;

/// <summary>All that a job has said until a time, oldest first.</summary>
internal static class JobEvents
{
    // A long training speaks less often, as one reads it.
    private const int MostStepEvents = 500;

    public static IReadOnlyList<TimelineEvent> Until(StoredJob job, long now)
    {
        var timeline = new JobTimeline(job);
        var end = timeline.EndedAt(now) ?? now;
        return [.. Told(job, timeline)
            .Concat(Ends(job, timeline, now))
            .Where(said => said.At <= end)
            .OrderBy(said => said.At)
            .Select(said => new TimelineEvent(Identifier.Derive("ftevent-", 24, job.Id + "\n" + said.Key), said.At, said.Level, said.Message, said.Metrics))];
    }

    private static IEnumerable<Said> Told(StoredJob job, JobTimeline timeline)
    {
        var files = job.ValidationFile is null ? "" : $" and validation file: {job.ValidationFile}";
        yield return new Said("created", job.CreatedAt, $"Created fine-tuning job: {job.Id}");
        yield return new Said("validating", job.CreatedAt, $"Validating training file: {job.TrainingFile}{files}");
        if (job.Check is not { ErrorCode: null })
        {
            yield break;
        }
        yield return new Said("validated", timeline.ValidatedAt, "Files validated, moving job to queued state");
        yield return new Said("started", timeline.StartedAt, "Fine-tuning job started");
        foreach (var step in Steps(job, timeline))
        {
            yield return step;
        }
        foreach (var (pause, number) in job.Pauses.Select((pause, index) => (pause, index)))
        {
            yield return new Said($"paused {number}", pause.From, "Fine-tuning job paused");
            yield return new Said($"resumed {number}", pause.ResumedAt ?? long.MaxValue, "Fine-tuning job resumed, moving job to queued state");
        }
    }

    private static IEnumerable<Said> Steps(StoredJob job, JobTimeline timeline)
    {
        var metrics = new StepMetrics(job, timeline);
        var stride = Math.Max(1, timeline.Steps / MostStepEvents);
        var checkpoints = JobCheckpoints.StepsOf(timeline).ToHashSet();
        for (var step = 1; step <= timeline.Steps; step++)
        {
            if (step % stride == 0 || step == timeline.Steps || checkpoints.Contains(step))
            {
                yield return new Said($"step {step}", timeline.StepAt(step), metrics.Sentence(step), Metrics: metrics.Of(step));
            }
            if (checkpoints.Contains(step))
            {
                yield return new Said($"checkpoint {step}", timeline.StepAt(step), $"Checkpoint created at step {step.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }

    private static IEnumerable<Said> Ends(StoredJob job, JobTimeline timeline, long now)
    {
        switch (timeline.StatusAt(now))
        {
            case JobStatus.Succeeded:
                yield return new Said("model", timeline.FinishedAt, $"New fine-tuned model created: {TunedModels.NameOf(job)}");
                yield return new Said("done", timeline.FinishedAt, "Fine tuning job successfully completed");
                break;
            case JobStatus.Failed:
                yield return new Said("failed", timeline.ValidatedAt, job.Check!.ErrorMessage!, "error");
                break;
            case JobStatus.Cancelled:
                yield return new Said("cancelled", job.CancelledAt!.Value, "Fine-tuning job cancelled");
                break;
            default:
                break;
        }
    }

    private sealed record Said(string Key, long At, string Message, string Level = "info", JsonObject? Metrics = null);
}
