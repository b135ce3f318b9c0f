using System.Text.Json;
using FineTune.Emulator.Http;
using FineTune.Emulator.Jobs;

namespace FineTune.Emulator.Chat;

/// <summary>What of a chat completion request the emulator heeds.</summary>
internal sealed record ChatRequest(string Model, IReadOnlyList<JsonElement> Messages, bool Stream, bool StreamUsage)
{
    public static Outcome<ChatRequest> Read(JsonElement body)
    {
        if (JobFields.Text(JobFields.Value(body, "model")) is not { Length: > 0 } model)
        {
            return Refused(JobRefusal.Missing("model"));
        }
        if (JobFields.Value(body, "messages") is not { ValueKind: JsonValueKind.Array } messages || messages.GetArrayLength() == 0)
        {
            return Refused(JobRefusal.Invalid("messages", "a list of at least one message"));
        }
        var wrong = messages.EnumerateArray().Select((message, index) => (message, index)).FirstOrDefault(item => !IsMessage(item.message));
        if (wrong.message.ValueKind != JsonValueKind.Undefined)
        {
            return Refused(JobRefusal.Invalid($"messages[{wrong.index}]", "an object with a role of developer, system, user, assistant, tool or function"));
        }
        var options = JobFields.Value(body, "stream_options");
        return new ChatRequest(
            model,
            [.. messages.EnumerateArray()],
            JobFields.Value(body, "stream") is { ValueKind: JsonValueKind.True },
            options is { ValueKind: JsonValueKind.Object } given && JobFields.Value(given, "include_usage") is { ValueKind: JsonValueKind.True });
    }

    private static bool IsMessage(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && JobFields.Text(JobFields.Value(message, "role")) is "developer" or "system" or "user" or "assistant" or "tool" or "function";

    private static Outcome<ChatRequest> Refused(Answer refusal) => new(null, refusal);
}
