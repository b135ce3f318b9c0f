using System.Text.Json;
using FineTune.Core.Catalog;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>Jobs, events, checkpoints and files as OpenAI's API writes them.</summary>
internal static class JobReading
{
    /// <summary>A job; needs an ID and a status, everything else may be missing.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="quirks">What differs in the host's words.</param>
    /// <exception cref="ReleaseError">FT8014.</exception>
    public static TrainingJob Job(JsonElement json, HostQuirks quirks)
    {
        var status = json.SafeLine("status");
        return json.Text("id") is { } id && status is not null
            ? new TrainingJob
            {
                Id = HostId.Check(id, "job ID"),
                Status = status.Cut(64),
                State = State(status),
                Model = json.Text("fine_tuned_model") is { } model ? HostId.Check(model, "model ID") : null,
                TrainingFile = json.Text("training_file"),
                CreatedAt = json.Time("created_at"),
                FinishedAt = json.Time("finished_at"),
                EstimatedFinish = json.Time("estimated_finish"),
                TrainedTokens = json.Whole("trained_tokens") is >= 0 and var tokens ? tokens : null,
                Error = Error(json),
                Metadata = Metadata(json),
                Echo = JobEchoReading.Of(json, quirks),
            }
            : throw NotUnderstood("a job", "an id and a status");
    }

    /// <summary>What was written on a job.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(JsonElement job) =>
        job.Object("metadata") is { } metadata
            ? metadata.EnumerateObject().DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => metadata.Text(pair.Name) ?? "", StringComparer.Ordinal)
            : new Dictionary<string, string>();

    /// <summary>An event; null for something that is none.</summary>
    public static JobEvent? Event(JsonElement json)
    {
        if (json.SafeLine("id") is not { } id)
        {
            return null;
        }
        var data = json.Object("data") ?? default;
        return new JobEvent(
            id, json.Time("created_at"), json.SafeLine("message") ?? "", Step(data, "step"), Step(data, "total_steps"),
            data.Number("train_loss"));
    }

    /// <summary>A checkpoint; null for one that cannot be used as a model.</summary>
    public static LockedCheckpoint? Checkpoint(JsonElement json)
    {
        if (json.Text("fine_tuned_model_checkpoint") is not { } model || !HostId.IsPlain(model) || Step(json, "step_number") is not { } step)
        {
            return null;
        }
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var metric in json.Object("metrics")?.EnumerateObject().Take(50) ?? [])
        {
            if (metric.Name.Length <= 64 && metric.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && metric.Name != "step"
                && metric.Value.ValueKind == JsonValueKind.Number && metric.Value.TryGetDouble(out var value) && double.IsFinite(value))
            {
                metrics[metric.Name] = value;
            }
        }
        return new LockedCheckpoint(step, model, metrics);
    }

    /// <summary>A file.</summary>
    /// <exception cref="ReleaseError">FT8014.</exception>
    public static HostedFile File(JsonElement json) =>
        json.Text("id") is { } id
            ? new HostedFile(HostId.Check(id, "file ID"), json.SafeLine("filename") ?? "", json.Whole("bytes"), json.Time("created_at"))
            : throw NotUnderstood("a file", "an id");

    private static JobState State(string status) => status switch
    {
        "validating_files" or "queued" or "pending" or "created" => JobState.Waiting,
        "running" => JobState.Running,
        "paused" or "pausing" => JobState.Paused,
        "succeeded" => JobState.Succeeded,
        "failed" => JobState.Failed,
        "cancelled" or "canceled" => JobState.Cancelled,
        _ => JobState.Unknown,
    };

    // {} and an object of nulls mean no error, as null does.
    private static JobError? Error(JsonElement job) =>
        job.Object("error") is { } error && (error.SafeLine("message") ?? error.SafeLine("code")) is { } message
            ? new JobError(error.SafeLine("code"), message, error.SafeLine("param"))
            : null;

    private static int? Step(JsonElement json, string name) => json.Whole(name) is >= 0 and <= int.MaxValue and var step ? (int)step : null;

    private static ReleaseError NotUnderstood(string what, string lacks) =>
        new(ReleaseRules.AnswerNotUnderstood, $"the provider answered {what} without {lacks}") { OutcomeUnknown = true };
}
