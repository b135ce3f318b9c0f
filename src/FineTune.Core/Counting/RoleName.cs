using FineTune.Core.Datasets;

namespace FineTune.Core.Counting;

/// <summary>The names of roles that a format leaves unsaid.</summary>
internal static class RoleName
{
    /// <summary>The name; empty where there is none to say.</summary>
    public static ReadOnlySpan<byte> Of(MessageRole role) => role switch
    {
        MessageRole.System => "system"u8,
        MessageRole.User => "user"u8,
        MessageRole.Assistant => "assistant"u8,
        _ => default,
    };
}
