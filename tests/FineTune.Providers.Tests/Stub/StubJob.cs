using System.Text.Json.Nodes;

namespace FineTune.Providers.Tests.Stub;

/// <summary>A job of the stub: each look at it brings it one status further, or time does.</summary>
public sealed class StubJob(string id, long createdAt, JsonObject body)
{
    private int looks;

    public string Id { get; } = id;

    public long CreatedAt { get; } = createdAt;

    public JsonObject Body { get; } = body;

    public IReadOnlyList<string> Course { get; init; } = ["validating_files", "queued", "running", "running", "succeeded"];

    public string Status { get; set; } = "validating_files";

    public bool Trained { get; private set; }

    public JsonNode? Error { get; set; }

    public bool Ended => Status is "succeeded" or "failed" or "cancelled";

    /// <summary>How old it is; null where looks bring it further.</summary>
    public Func<TimeSpan>? Age { get; init; }

    /// <summary>How old it is when it begins to train, and when it has trained.</summary>
    public (TimeSpan Begins, TimeSpan Ends) Times { get; init; } = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(70));

    /// <summary>Brings it to where time has brought it.</summary>
    public void Advance()
    {
        if (!Ended && Age?.Invoke() is { } age)
        {
            Status = age < Times.Begins / 2 ? "validating_files" : age < Times.Begins ? "queued" : age < Times.Ends ? "running" : "succeeded";
            Trained |= Status is "running" or "succeeded";
        }
    }

    public void Look()
    {
        Advance();
        if (Age is null && !Ended && Course.Count > 0)
        {
            Status = Course[Math.Min(looks++, Course.Count - 1)];
            Trained |= Status is "running" or "succeeded";
        }
    }

    public JsonObject Show(bool metadata, string? model) => new()
    {
        ["id"] = Id,
        ["object"] = "fine_tuning.job",
        ["created_at"] = CreatedAt,
        ["finished_at"] = Ended ? CreatedAt + 60 : null,
        ["model"] = Body["model"]?.DeepClone(),
        ["fine_tuned_model"] = Status == "succeeded" ? model ?? $"ft:{Body["model"]}:stub::{Id[^4..]}" : null,
        ["status"] = Status,
        ["training_file"] = Body["training_file"]?.DeepClone(),
        ["validation_file"] = Body["validation_file"]?.DeepClone(),
        ["method"] = Body["method"]?.DeepClone(),
        ["seed"] = Body.ContainsKey("seed") ? Body["seed"]?.DeepClone() : 42,
        ["hyperparameters"] = Body["hyperparameters"]?.DeepClone(),
        ["user_provided_suffix"] = Body["suffix"]?.DeepClone(),
        ["trained_tokens"] = Status == "succeeded" ? 1000 : null,
        ["error"] = Error?.DeepClone() ?? new JsonObject(),
        ["metadata"] = metadata ? Body["metadata"]?.DeepClone() : null,
    };
}
