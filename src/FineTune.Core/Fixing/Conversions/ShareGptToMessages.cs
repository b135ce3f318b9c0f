using FineTune.Core.Datasets;
using FineTune.Core.Datasets.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Fixing.Conversions;

/// <summary>ShareGPT: <c>conversations</c> of <c>from</c> and <c>value</c>, with an optional <c>system</c> beside them.</summary>
internal sealed class ShareGptToMessages() : Conversion(ExampleFormat.ShareGpt)
{
    protected override byte[]? Write(Example example, ChatText chat, ref string reason)
    {
        var turns = example.Find(0, "conversations"u8);
        if (example.Node(turns).Kind != JsonKind.Array)
        {
            reason = "\"conversations\" is no list";
            return null;
        }
        var system = example.Find(0, "system"u8);
        var hasSystem = system >= 0 && example.Node(system).IsText;
        if (hasSystem && example.RawText(system).Length > 0)
        {
            chat.Add("system"u8, example.Raw(system));
        }
        foreach (var turn in example.Tape.Items(turns))
        {
            if (!TryAdd(example, turn, chat, ref reason))
            {
                return null;
            }
        }
        return hasSystem ? chat.Finish(example, "conversations", "system") : chat.Finish(example, "conversations");
    }

    private static bool TryAdd(Example example, int turn, ChatText chat, ref string reason)
    {
        var (from, value) = (Either(example, turn, "from"u8, "role"u8), Either(example, turn, "value"u8, "content"u8));
        if (from < 0 || value < 0 || !example.Node(from).IsText)
        {
            reason = "a turn has no \"from\" or no \"value\"";
            return false;
        }
        if (RoleOf(example.Show(from)) is not { } role)
        {
            reason = $"{SafeText.Quote(example.Show(from))} is a speaker that messages have no role for";
            return false;
        }
        chat.Begin(role);
        chat.Property("\"content\""u8, example.Raw(value));
        foreach (var property in example.Tape.Properties(turn))
        {
            if (property.Value != from && property.Value != value)
            {
                chat.Property(example.Raw(property.Name), example.Raw(property.Value));
            }
        }
        chat.End();
        return true;
    }

    private static int Either(Example example, int turn, ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) =>
        example.Find(turn, name) is >= 0 and var found ? found : example.Find(turn, other);

    private static byte[]? RoleOf(string speaker) => speaker switch
    {
        "human" or "user" => "user"u8.ToArray(),
        "gpt" or "assistant" or "chatgpt" or "model" or "bing" or "bard" or "claude" or "bot" => "assistant"u8.ToArray(),
        "system" => "system"u8.ToArray(),
        _ => null,
    };
}
