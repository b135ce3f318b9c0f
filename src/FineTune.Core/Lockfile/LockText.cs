using System.Globalization;
using System.Text.Json.Nodes;
using FineTune.Core.Identity;

namespace FineTune.Core.Lockfile;

/// <summary>A lock as text: JSON with keys in ordinal order, two spaces of indent, LF. The same lock is always the same text.</summary>
internal static class LockText
{
    /// <summary>Times are UTC, to the second.</summary>
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The text of a lock, with one LF at the end.</summary>
    /// <param name="locked">The lock.</param>
    public static string Of(FineTuneLock locked) => CanonicalJson.Indented(Set(
        ("version", locked.Form),
        ("project", locked.Project),
        ("merged_projects", locked.MergedProjects.Count == 0 ? null : new JsonArray([.. locked.MergedProjects.Select(project => (JsonNode)project)])),
        ("models", new JsonObject(locked.Models.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Model(pair.Value)))))));

    /// <summary>A state's name in the lock, for example <c>running</c>.</summary>
    internal static string NameOf(AttemptState state) => state.ToString().ToLowerInvariant();

    private static JsonObject Model(LockedModel model) => Set(
        ("current", model.Current),
        ("pinned", model.Pinned is { } pin ? Set(("version", pin.Version), ("step", pin.Step), ("reason", pin.Reason)) : null),
        ("versions", List(model.Versions, Version)),
        ("attempts", List(model.Attempts, AttemptOf)));

    private static JsonObject Version(LockedVersion version)
    {
        var json = Training(version);
        Add(
            json,
            ("number", version.Number),
            ("model", version.Model),
            ("deployment", version.Deployment),
            ("checkpoints", version.Checkpoints.Count == 0 ? null : List(version.Checkpoints, Checkpoint)),
            ("trained_tokens", version.TrainedTokens),
            ("cost_usd", version.CostUsd),
            ("finished_at", Time(version.FinishedAt)));
        return json;
    }

    private static JsonObject AttemptOf(Attempt attempt)
    {
        var json = Training(attempt);
        Add(json, ("state", NameOf(attempt.State)), ("error_code", attempt.ErrorCode), ("error_message", attempt.ErrorMessage));
        return json;
    }

    private static JsonObject Training(LockedTraining training) => Set(
        ("provider", Set(("name", training.Provider.Name), ("kind", training.Provider.Kind), ("endpoint", training.Provider.Endpoint), ("emulated", training.Provider.Emulated ? true : null))),
        ("base_model", training.BaseModel),
        ("trained_base_model", training.TrainedBaseModel),
        ("method", training.Method),
        ("settings", training.Settings is { } settings ? JsonNode.Parse(settings.Json) : null),
        ("contract", training.Contract is { } contract ? ContractOf(contract) : null),
        ("digest", training.Digest),
        ("data_digest", training.DataDigest),
        ("training", UploadedFile(training.Training)),
        ("validation", training.Validation is { } validation ? UploadedFile(validation) : null),
        ("job_id", training.JobId),
        ("created_at", Time(training.CreatedAt)),
        ("commit", training.Commit));

    private static JsonObject ContractOf(Contract contract) => Set(
        ("system_prompt", contract.SystemPrompt),
        ("tools", contract.Tools),
        ("response_format", contract.ResponseFormat),
        ("file", contract.File is { } file ? Set(("path", file.Path), ("sha256", file.Sha256), ("bytes", file.Bytes)) : null));

    private static JsonObject UploadedFile(LockedFile file) => Set(
        ("sha256", file.Sha256),
        ("bytes", file.Bytes),
        ("examples", file.Examples),
        ("tokens", file.Tokens),
        ("file_id", file.FileId),
        ("upload", file.Upload is { } upload ? Set(("id", upload.Id), ("part_bytes", upload.PartBytes), ("parts", new JsonArray([.. upload.Parts.Select(part => (JsonNode)part)]))) : null),
        ("sources", List(file.Sources, source =>
            Set(("path", source.Path), ("sha256", source.Sha256), ("bytes", source.Bytes), ("examples", source.Examples)))));

    private static JsonObject Checkpoint(LockedCheckpoint checkpoint) => Set(
        ("step", checkpoint.Step),
        ("model", checkpoint.Model),
        ("metrics", new JsonObject(checkpoint.Metrics.Where(metric => double.IsFinite(metric.Value))
            .Select(metric => KeyValuePair.Create(metric.Key, (JsonNode?)metric.Value)))));

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> json)
    {
        var list = new JsonArray();
        foreach (var item in items)
        {
            list.Add((JsonNode)json(item));
        }
        return list;
    }

    private static JsonObject Set(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var json = new JsonObject();
        Add(json, members);
        return json;
    }

    private static void Add(JsonObject json, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }
    }
}
