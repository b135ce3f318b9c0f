using System.Text.Json.Nodes;

namespace FineTune.Emulator.Jobs;

/// <summary>Something that a job says about itself.</summary>
/// <param name="Id">ID, the same each time.</param>
/// <param name="At">Milliseconds of the Unix epoch.</param>
/// <param name="Level"><c>info</c>, <c>warn</c> or <c>error</c>.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Metrics">Figures of a step; null for a message.</param>
internal sealed record TimelineEvent(string Id, long At, string Level, string Message, JsonObject? Metrics)
{
    public JsonObject ToJson() => new()
    {
        ["object"] = "fine_tuning.job.event",
        ["id"] = Id,
        ["created_at"] = At / 1000,
        ["level"] = Level,
        ["message"] = Message,
        ["type"] = Metrics is null ? "message" : "metrics",
        ["data"] = Metrics?.DeepClone() ?? new JsonObject(),
    };
}
