using FineTune.Emulator.Http;
using static FineTune.Emulator.Http.Parameter;

namespace FineTune.Emulator.Chat;

/// <summary>The parameters of a chat completion. Source: openai/openai-openapi at f85dbe2 (2026-08-21), CreateChatCompletionRequest.</summary>
internal static class ChatParameters
{
    private static readonly Parameter[] Common =
    [
        Text("model"), List("messages"), Flag("stream"), Object("stream_options"), Flag("store"), Object("metadata"),
        Number("temperature", 0, 2), Number("top_p", 0, 1), Number("frequency_penalty", -2, 2), Number("presence_penalty", -2, 2),
        Whole("n", 1, 128), Whole("max_tokens", 1), Whole("max_completion_tokens", 1), Whole("seed", long.MinValue, long.MaxValue),
        Any("stop"), Object("logit_bias"), Flag("logprobs"), Whole("top_logprobs", 0, 20), Object("response_format"),
        List("tools", 128), Any("tool_choice"), Flag("parallel_tool_calls"), NotPlayed("functions"), NotPlayed("function_call"),
        Text("user"), Text("safety_identifier", 64), Text("prompt_cache_key"), OneOf("prompt_cache_retention", "in_memory", "24h"), Object("prompt_cache_options"),
        OneOf("service_tier", "auto", "default", "flex", "scale", "priority", "fast"), OneOf("verbosity", "low", "medium", "high"),
        OneOf("reasoning_effort", "none", "minimal", "low", "medium", "high", "xhigh", "max"), Object("prediction"),
        List("modalities"), NotPlayed("audio"), NotPlayed("web_search_options"), NotPlayed("moderation"),
    ];

    public static IReadOnlyDictionary<string, Parameter> OpenAI { get; } = ParameterCheck.Table(Common);

    /// <summary>With what Azure has beside.</summary>
    public static IReadOnlyDictionary<string, Parameter> Azure { get; } = ParameterCheck.Table([.. Common, NotPlayed("data_sources"), Object("user_security_context")]);
}
