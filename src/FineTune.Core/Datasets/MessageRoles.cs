namespace FineTune.Core.Datasets;

/// <summary>The roles of messages as the chat format names them.</summary>
internal static class MessageRoles
{
    private static readonly string[] Known = [.. Enum.GetNames<MessageRole>().Select(name => name.ToLowerInvariant())];

    /// <summary>For example <c>assistant</c>.</summary>
    public static string Name(this MessageRole role) => Known[(int)role];
}
