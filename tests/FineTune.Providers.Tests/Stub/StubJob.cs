using System.Text.Json.Nodes;

namespace FineTune.Providers.Tests.Stub;

/// <summary>A job of the stub: each look at it brings it one status further.</summary>
public sealed class StubJob(string id, long createdAt, JsonObject body)
{
    private int _looks;

    public string Id { get; } = id;

    public long CreatedAt { get; } = createdAt;

    public JsonObject Body { get; } = body;

    public IReadOnlyList<string> Course { get; init; } = ["validating_files", "queued", "running", "running", "succeeded"];

    public string Status { get; set; } = "validating_files";

    public bool Trained { get; private set; }

    public JsonNode? Error { get; set; }

    public bool Ended => Status is "succeeded" or "failed" or "cancelled";

    public void Look()
    {
        if (!Ended && Course.Count > 0)
        {
            Status = Course[Math.Min(_looks++, Course.Count - 1)];
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
        ["trained_tokens"] = Status == "succeeded" ? 1000 : null,
        ["error"] = Error?.DeepClone() ?? new JsonObject(),
        ["metadata"] = metadata ? Body["metadata"]?.DeepClone() : null,
    };
}
