using System.Text.Json;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Exec;

/// <summary>The <c>result.json</c> of a trainer command, version 1.</summary>
internal static class ExecResult
{
    private const int Version = 1;

    /// <summary>The job with what the result says.</summary>
    public static TrainingJob Read(TrainingJob job, JsonElement result)
    {
        if (result.Whole("version") != Version)
        {
            return Failed(job, new JobError("result_version", $"result.json has no \"version\": {Version}", null));
        }
        var model = result.Text("model");
        return result.Text("status") switch
        {
            "succeeded" when model is not null && HostId.IsPlain(model) => job with
            {
                State = JobState.Succeeded,
                Status = "succeeded",
                Model = model,
                TrainedTokens = result.Whole("trained_tokens") is >= 0 and var tokens ? tokens : null,
            },
            "succeeded" => Failed(job, new JobError("result_model", "result.json says succeeded, but its \"model\" is missing or has characters outside letters, digits and : . _ / -", null)),
            "failed" => Failed(job, Error(result)),
            "cancelled" => job with { State = JobState.Cancelled, Status = "cancelled" },
            _ => Failed(job, new JobError("result_status", "result.json has no \"status\" of succeeded, failed or cancelled", null)),
        };
    }

    /// <summary>Checkpoints that the result names.</summary>
    public static IReadOnlyList<LockedCheckpoint> Checkpoints(JsonElement result) => result.List("checkpoints")
        .Where(one => one.Text("model") is { } model && HostId.IsPlain(model) && one.Whole("step") is >= 0 and <= int.MaxValue)
        .Select(one => new LockedCheckpoint((int)one.Whole("step")!.Value, one.Text("model")!, Metrics(one)))
        .OrderBy(one => one.Step)
        .ToList();

    private static SortedDictionary<string, double> Metrics(JsonElement checkpoint)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var metric in checkpoint.Object("metrics")?.EnumerateObject().Take(50) ?? [])
        {
            if (HostId.IsPlain(metric.Name) && checkpoint.Object("metrics")!.Value.Number(metric.Name) is { } value)
            {
                metrics[metric.Name] = value;
            }
        }
        return metrics;
    }

    private static JobError Error(JsonElement result)
    {
        var error = result.Object("error");
        return new JobError(
            error?.SafeLine("code") ?? ReleaseRules.TrainerFailed.Name, error?.SafeLine("message") ?? "the trainer command says that it failed, not why", error?.SafeLine("param"));
    }

    private static TrainingJob Failed(TrainingJob job, JobError error) => job with { State = JobState.Failed, Status = "failed", Error = error };
}
