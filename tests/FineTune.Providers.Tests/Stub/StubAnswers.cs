using System.Text.Json.Nodes;

namespace FineTune.Providers.Tests.Stub;

/// <summary>What the stub answers where that does not depend on what it has.</summary>
internal static class StubAnswers
{
    public static (int Status, string Body)? Refusal(Fault? fault) => fault switch
    {
        Fault.Status400 => (400, """{"error":{"message":"bad request","type":"invalid_request_error","code":null}}"""),
        Fault.Status401 => (401, """{"error":{"message":"Incorrect API key provided: sk-planted-key-0123456789abcdef","code":"invalid_api_key"}}"""),
        Fault.Status403TrainingNotAvailable => (403, """{"error":{"message":"no longer able to create new jobs","code":"training_not_available"}}"""),
        Fault.Status404 => (404, """{"error":{"message":"not found","code":"not_found"}}"""),
        Fault.Status409 => (409, """{"error":{"message":"conflict"}}"""),
        Fault.Status429 => (429, """{"error":{"message":"slow down","code":"rate_limit_exceeded"}}"""),
        Fault.Status500 => (500, """{"error":{"message":"The server had an error"}}"""),
        Fault.Status503 => (503, "Service Unavailable"),
        _ => null,
    };

    public static string Events(StubJob? job, string? hostileText) => List(job is not { Trained: true } ? [] :
        [
            new JsonObject { ["id"] = "ftevent-2", ["created_at"] = job.CreatedAt + 2, ["level"] = "info", ["message"] = hostileText ?? "Step 2/4", ["data"] = new JsonObject { ["step"] = 2, ["total_steps"] = 4, ["train_loss"] = 0.5 } },
            new JsonObject { ["id"] = "ftevent-1", ["created_at"] = job.CreatedAt + 1, ["level"] = "info", ["message"] = hostileText ?? "Fine-tuning job started", ["data"] = null },
        ]);

    public static string Checkpoints(string id) => List(
    [
        new JsonObject { ["id"] = "ftckpt-1", ["step_number"] = 4, ["fine_tuned_model_checkpoint"] = $"ft:m:stub::{id[^4..]}:ckpt-step-4", ["metrics"] = new JsonObject { ["step"] = 4, ["train_loss"] = 0.25 } },
    ]);

    public static string List(IEnumerable<JsonObject> items) =>
        new JsonObject { ["object"] = "list", ["data"] = new JsonArray(items.Select(item => item.DeepClone()).ToArray()), ["has_more"] = false }.ToJsonString();

    public static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
