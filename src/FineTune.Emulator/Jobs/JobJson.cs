using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.State;
using FineTune.Emulator.Training;

namespace FineTune.Emulator.Jobs;

/// <summary>A job as the API shows it at a time.</summary>
internal static class JobJson
{
    public static JsonObject Of(StoredJob job, long now, bool azure)
    {
        var timeline = new JobTimeline(job);
        var status = timeline.StatusAt(now);
        var succeeded = status == JobStatus.Succeeded;
        var json = new JsonObject
        {
            ["object"] = "fine_tuning.job",
            ["id"] = job.Id,
            ["model"] = job.Model,
            ["created_at"] = job.CreatedAt / 1000,
            ["finished_at"] = succeeded || status == JobStatus.Failed ? timeline.EndedAt(now) / 1000 : null,
            ["fine_tuned_model"] = succeeded ? TunedModels.NameOf(job) : null,
            ["organization_id"] = "org-emulator",
            ["result_files"] = succeeded ? new JsonArray(ResultsFile.IdOf(job)) : new JsonArray(),
            ["status"] = azure && status == JobStatus.Queued ? "pending" : status,
            ["validation_file"] = job.ValidationFile,
            ["training_file"] = job.TrainingFile,
            ["hyperparameters"] = HyperparametersOf(job, timeline),
            ["trained_tokens"] = succeeded ? job.Check!.Tokens * timeline.Hyperparameters.Epochs : null,
            ["error"] = status == JobStatus.Failed ? ErrorOf(job.Check!) : null,
            ["user_provided_suffix"] = job.Suffix,
            ["seed"] = job.Seed,
            ["estimated_finish"] = status == JobStatus.Running ? timeline.FinishedAt / 1000 : null,
            ["integrations"] = job.Integrations is { } integrations ? Node(integrations) : new JsonArray(),
            ["metadata"] = MetadataOf(job),
            ["usage_metrics"] = null,
            ["shared_with_openai"] = false,
            ["method"] = MethodOf(job, timeline),
        };
        if (job.TrainingType is { } type)
        {
            json["trainingType"] = type;
        }
        return json;
    }

    private static JsonObject HyperparametersOf(StoredJob job, JobTimeline timeline) =>
        job.Check is { ErrorCode: null } ? new JsonObject
        {
            ["n_epochs"] = timeline.Hyperparameters.Epochs,
            ["batch_size"] = timeline.Hyperparameters.BatchSize,
            ["learning_rate_multiplier"] = timeline.Hyperparameters.LearningRate,
        }
        : new JsonObject
        {
            ["n_epochs"] = Given(job, "n_epochs"),
            ["batch_size"] = Given(job, "batch_size"),
            ["learning_rate_multiplier"] = Given(job, "learning_rate_multiplier"),
        };

    private static JsonValue Given(StoredJob job, string name) => Hyperparameters.Number(job, name) switch
    {
        null => JsonValue.Create("auto"),
        { } number when number == Math.Floor(number) => JsonValue.Create((long)number),
        { } number => JsonValue.Create(number),
    };

    private static JsonObject MethodOf(StoredJob job, JobTimeline timeline)
    {
        var settings = job.MethodSettings is { } given ? Node(given).AsObject() : [];
        var hyperparameters = HyperparametersOf(job, timeline);
        foreach (var pair in settings["hyperparameters"] as JsonObject ?? [])
        {
            // What was left to the service is shown as it was chosen; the rest as it was sent.
            if (!hyperparameters.ContainsKey(pair.Key) && pair.Value is not null)
            {
                hyperparameters[pair.Key] = pair.Value.DeepClone();
            }
        }
        settings["hyperparameters"] = hyperparameters;
        return new JsonObject { ["type"] = job.Method, [job.Method] = settings };
    }

    private static JsonObject ErrorOf(StoredCheck check) => new()
    {
        ["code"] = check.ErrorCode,
        ["message"] = check.ErrorMessage,
        ["param"] = check.ErrorParam,
    };

    private static JsonObject? MetadataOf(StoredJob job) => job.Metadata is not { } metadata
        ? null
        : new JsonObject(metadata.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));

    private static JsonNode Node(JsonElement element) => JsonNode.Parse(element.GetRawText())!;
}
