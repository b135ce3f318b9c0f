using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

/// <summary>Training data for the tests.</summary>
internal static class Data
{
    private static readonly string[] Things =
        ["invoice", "password", "parcel", "refund", "subscription", "address", "receipt", "account", "voucher", "delivery", "warranty", "newsletter"];

    /// <summary>Twelve lines: a question about a thing, and an answer that names it.</summary>
    public static string Supervised { get; } = Lines(Things.Select(thing => Chat(
        Message("user", $"Where do I find my {thing}?"), Message("assistant", $"Your {thing} is on the page {thing}s."))));

    /// <summary>Two of the lines above: too few.</summary>
    public static string TooFew { get; } = string.Concat(Supervised.Split('\n').Take(2).Select(line => line + "\n"));

    /// <summary>Other questions about the same things.</summary>
    public static string Validation { get; } = Lines(Things.Take(10).Select(thing => Chat(
        Message("user", $"Please show me the {thing} of last month."), Message("assistant", $"Open {thing}s and choose the month."))));

    public static string Preferences { get; } = Lines(Things.Select(thing => new JsonObject
    {
        ["input"] = Chat(Message("user", $"Where do I find my {thing}?")),
        ["preferred_output"] = new JsonArray(Message("assistant", $"Your {thing} is on the page {thing}s.")),
        ["non_preferred_output"] = new JsonArray(Message("assistant", $"Look for the {thing} yourself.")),
    }));

    public static string WithTools { get; } = Lines(Things.Select((thing, index) =>
    {
        var line = Chat(
            Message("user", $"Send me the {thing} again."),
            new JsonObject
            {
                ["role"] = "assistant",
                ["tool_calls"] = new JsonArray(new JsonObject
                {
                    ["id"] = $"call_{index}",
                    ["type"] = "function",
                    ["function"] = new JsonObject { ["name"] = "send", ["arguments"] = $"{{\"what\":\"{thing}\"}}" },
                }),
            },
            new JsonObject { ["role"] = "tool", ["tool_call_id"] = $"call_{index}", ["content"] = "sent" },
            Message("assistant", $"The {thing} is on its way."));
        line["tools"] = new JsonArray(JsonNode.Parse(
            """{"type":"function","function":{"name":"send","parameters":{"type":"object","properties":{"what":{"type":"string"}},"required":["what"]}}}""")!);
        return line;
    }));

    /// <summary>A line with an answer of so many words, each a token.</summary>
    public static string Long(int words) => Lines([Chat(Message("user", "Count."), Message("assistant", string.Concat(Enumerable.Repeat(" hello", words))))]);

    public static JsonObject Message(string role, string content) => new() { ["role"] = role, ["content"] = content };

    private static JsonObject Chat(params JsonNode[] messages) => new() { ["messages"] = new JsonArray(messages) };

    private static string Lines(IEnumerable<JsonObject> lines) => string.Concat(lines.Select(line => line.ToJsonString() + "\n"));
}
