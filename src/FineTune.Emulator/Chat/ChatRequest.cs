using System.Text.Json;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>What of a chat completion request the emulator heeds.</summary>
internal sealed record ChatRequest(string Model, IReadOnlyList<JsonElement> Messages)
{
    private const int MostChoices = 128;

    public bool Stream { get; private init; }

    /// <summary>Whether the stream ends with the count of tokens.</summary>
    public bool StreamUsage { get; private init; }

    /// <summary>How many answers.</summary>
    public int Count { get; private init; } = 1;

    public required ResponseFormat Format { get; init; }

    public required ToolChoice Tools { get; init; }

    public required AnswerLimits Limits { get; init; }

    public static Outcome<ChatRequest> Read(JsonElement body, bool azure)
    {
        var messages = ChatMessages.Read(BodyFields.Value(body, "messages"));
        var format = ResponseFormat.Read(BodyFields.Value(body, "response_format"), "response_format", "json_schema");
        var tools = ToolChoice.Read(body, nested: true);
        var stops = AnswerLimits.ReadStops(BodyFields.Value(body, "stop"));
        var model = BodyFields.Text(BodyFields.Value(body, "model"));
        var refusal = ParameterCheck.Find(body, azure ? ChatParameters.Azure : ChatParameters.OpenAI)
            ?? (model is null or "" ? BodyRefusal.Missing("model") : null)
            ?? messages.Refusal ?? format.Refusal ?? tools.Refusal ?? stops.Refusal
            ?? BodyFields.Metadata(body).Refusal ?? CheckTogether(body)
            ?? CheckJsonIsNamed(format.Value!, messages.Value!);
        return refusal is not null ? new Outcome<ChatRequest>(null, refusal) : new ChatRequest(model!, messages.Value!)
        {
            Stream = IsTrue(body, "stream"),
            StreamUsage = BodyFields.Value(body, "stream_options") is { } options && IsTrue(options, "include_usage"),
            Count = (int)Math.Clamp(Whole(body, "n") ?? 1, 1, MostChoices),
            Format = format.Value!,
            Tools = tools.Value!,
            Limits = new AnswerLimits(stops.Value!, Whole(body, "max_completion_tokens") ?? Whole(body, "max_tokens")),
        };
    }

    private static Answer? CheckTogether(JsonElement body) =>
        BodyFields.Value(body, "max_tokens") is not null && BodyFields.Value(body, "max_completion_tokens") is not null
            ? ParameterRefusal.Wrong("max_tokens", "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.")
        : BodyFields.Value(body, "stream_options") is not null && !IsTrue(body, "stream")
            ? ParameterRefusal.Wrong("stream_options", "The 'stream_options' parameter is only allowed when 'stream' is enabled.")
        : BodyFields.Value(body, "top_logprobs") is not null && !IsTrue(body, "logprobs")
            ? ParameterRefusal.Wrong("top_logprobs", "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.")
        : IsTrue(body, "logprobs")
            ? ParameterRefusal.Unplayed("logprobs", "its answers are looked up, no token has a probability")
        : BodyFields.Value(body, "modalities") is { } modalities && modalities.EnumerateArray().Any(kind => BodyFields.Text(kind) != "text")
            ? ParameterRefusal.Unplayed("modalities", "it answers with text only")
        : null;

    private static Answer? CheckJsonIsNamed(ResponseFormat format, IReadOnlyList<JsonElement> messages) =>
        format.IsJson && format.Schema is null && !messages.Any(message => Conversation.TextOf(message).Contains("json", StringComparison.OrdinalIgnoreCase))
            ? ParameterRefusal.Wrong("messages", "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.")
            : null;

    private static bool IsTrue(JsonElement body, string name) => BodyFields.Value(body, name) is { ValueKind: JsonValueKind.True };

    private static long? Whole(JsonElement body, string name) => BodyFields.Value(body, name) is { } value ? (long)value.GetDouble() : null;
}
