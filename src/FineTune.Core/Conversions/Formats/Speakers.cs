namespace FineTune.Core.Conversions.Formats;

/// <summary>The roles of those who speak in ShareGPT's conversations.</summary>
internal static class Speakers
{
    /// <summary>The role of a speaker; null where messages have none for it.</summary>
    public static byte[]? RoleOf(string speaker) => speaker switch
    {
        "human" or "user" => "user"u8.ToArray(),
        "gpt" or "assistant" or "chatgpt" or "model" or "bing" or "bard" or "claude" or "bot" => "assistant"u8.ToArray(),
        "system" => "system"u8.ToArray(),
        _ => null,
    };
}
