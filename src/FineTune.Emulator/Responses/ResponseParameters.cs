using FineTune.Emulator.Http;
using static FineTune.Emulator.Http.Parameter;

namespace FineTune.Emulator.Responses;

/// <summary>The parameters of a response. Source: the openai npm package 6.49.0, ResponseCreateParams.</summary>
internal static class ResponseParameters
{
    public static IReadOnlyDictionary<string, Parameter> All { get; } = ParameterCheck.Table(
        Text("model"), Any("input"), Text("instructions"), Whole("max_output_tokens", 16), Object("metadata"), Flag("parallel_tool_calls"), Text("previous_response_id"),
        Flag("store"), Flag("stream"), Object("stream_options"), Number("temperature", 0, 2), Number("top_p", 0, 1), Object("text"), Any("tool_choice"), List("tools", 128),
        OneOf("truncation", "auto", "disabled"), Text("user"), Text("safety_identifier", 64), Text("prompt_cache_key"), OneOf("prompt_cache_retention", "in_memory", "24h"),
        Object("prompt_cache_options"), OneOf("service_tier", "auto", "default", "flex", "scale", "priority", "fast"), Object("reasoning"), List("include"),
        Whole("top_logprobs", 0, 20), NotPlayed("background"), NotPlayed("conversation"), NotPlayed("context_management"), NotPlayed("moderation"), NotPlayed("prompt"));
}
